package dev.gatehouse.cli.link;

import dev.gatehouse.cli.shell.Installation;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.ledger.postgres.PostgresAddress;
import dev.gatehouse.trackers.outbox.Outbox;
import dev.gatehouse.trackers.outbox.SqlOutbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where what trackers are to know waits. */
public final class OutboxOption {
    private static final String PASSWORD = "GATEHOUSE_OUTBOX_PASSWORD";

    @Option(
            names = "--outbox",
            paramLabel = "OUTBOX",
            description = "The outbox: a file, or jdbc:postgresql://host/database?user=name with the password in "
                    + PASSWORD + " (default: GATEHOUSE_OUTBOX, else outbox.db in the data folder).")
    private @Nullable String place;

    @Option(
            names = "--outbox-password-file",
            paramLabel = "FILE",
            description = "A file with the database's password in one line.")
    private @Nullable Path passwordFile;

    /** Opens it; created when there is none. */
    public Outbox open(Clock clock) {
        var place = place();
        if (!PostgresAddress.isOne(place)) {
            return SqlOutbox.open(Path.of(place), clock);
        }
        var address = PostgresAddress.parse("outbox", place);
        return SqlOutbox.open(address.dataSource(password()), address.toString(), clock);
    }

    private String place() {
        return Optional.ofNullable(place)
                .or(() -> Optional.ofNullable(System.getenv("GATEHOUSE_OUTBOX")))
                .filter(text -> !text.isBlank())
                .orElseGet(() -> Installation.of(System.getenv())
                        .data()
                        .resolve("outbox.db")
                        .toString());
    }

    /** Without one the driver looks into the user's .pgpass. */
    private @Nullable String password() {
        if (passwordFile == null) {
            return System.getenv(PASSWORD);
        }
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new BadInput("%s: the outbox's password cannot be read from it".formatted(passwordFile), e);
        }
    }
}
