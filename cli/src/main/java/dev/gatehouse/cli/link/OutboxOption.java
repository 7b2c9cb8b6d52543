package dev.gatehouse.cli.link;

import dev.gatehouse.cli.shell.Installation;
import dev.gatehouse.trackers.outbox.Outbox;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where what trackers are to know waits. */
public final class OutboxOption {
    @Option(
            names = "--outbox",
            paramLabel = "OUTBOX",
            description = "The outbox: a file, or jdbc:postgresql://host/database?user=name with the password in "
                    + OutboxPlace.PASSWORD + " (default: GATEHOUSE_OUTBOX, else outbox.db in the data folder).")
    private @Nullable String place;

    @Option(
            names = "--outbox-password-file",
            paramLabel = "FILE",
            description = "A file with the database's password in one line.")
    private @Nullable Path passwordFile;

    /** Opens it; created when there is none. */
    public Outbox open(Clock clock) {
        return new OutboxPlace(place(), passwordFile).open(clock);
    }

    private String place() {
        return Optional.ofNullable(place)
                .or(() -> Optional.ofNullable(System.getenv(OutboxPlace.VARIABLE)))
                .filter(text -> !text.isBlank())
                .orElseGet(() -> Installation.of(System.getenv())
                        .data()
                        .resolve("outbox.db")
                        .toString());
    }
}
