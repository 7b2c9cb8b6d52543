package dev.gatehouse.cli.link;

import dev.gatehouse.cli.shell.Installation;
import dev.gatehouse.trackers.outbox.Outbox;
import dev.gatehouse.trackers.outbox.SqlOutbox;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where what trackers are to know waits. */
public final class OutboxOption {
    @Option(
            names = "--outbox",
            paramLabel = "FILE",
            description = "The outbox (default: GATEHOUSE_OUTBOX, else outbox.db in the data folder).")
    private @Nullable Path file;

    /** Opens it; created when there is none. */
    public Outbox open(Clock clock) {
        return SqlOutbox.open(path(), clock);
    }

    Path path() {
        if (file != null) {
            return file;
        }
        return Optional.ofNullable(System.getenv("GATEHOUSE_OUTBOX"))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .orElseGet(() -> Installation.of(System.getenv()).data().resolve("outbox.db"));
    }
}
