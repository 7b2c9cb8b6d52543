package dev.gatehouse.cli.link;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.ledger.postgres.PostgresAddress;
import dev.gatehouse.trackers.outbox.Outbox;
import dev.gatehouse.trackers.outbox.SqlOutbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Where an outbox is.
 *
 * @param text a file, or the address of a database
 * @param passwordFile holds the database's password; without one it is in the environment
 */
public record OutboxPlace(String text, @Nullable Path passwordFile) {
    /** The variable that may name the place. */
    public static final String VARIABLE = "GATEHOUSE_OUTBOX";

    /** The variable that may hold the database's password. */
    public static final String PASSWORD = "GATEHOUSE_OUTBOX_PASSWORD";

    /** Opens it; created when there is none. */
    public Outbox open(Clock clock) {
        if (!PostgresAddress.isOne(text)) {
            return SqlOutbox.open(Path.of(text), clock);
        }
        var address = PostgresAddress.parse("outbox", text);
        return SqlOutbox.open(address.dataSource(password()), address.toString(), clock);
    }

    /** For people; without a password. */
    public String name() {
        return PostgresAddress.isOne(text)
                ? PostgresAddress.parse("outbox", text).toString()
                : text;
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
