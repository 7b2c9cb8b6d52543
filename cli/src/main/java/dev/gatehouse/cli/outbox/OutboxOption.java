package dev.gatehouse.cli.outbox;

import dev.gatehouse.cli.shell.Installation;
import dev.gatehouse.trackers.outbox.Outbox;
import dev.gatehouse.trackers.outbox.SqlOutbox;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which outbox. */
public final class OutboxOption {
    @Option(
            names = "--outbox",
            paramLabel = "FILE",
            description = "The outbox. Default: outbox.db in the data folder (GATEHOUSE_DATA).")
    private @Nullable Path file;

    public Outbox open(Clock clock) {
        var place = file == null ? Installation.of(System.getenv()).data().resolve("outbox.db") : file;
        return SqlOutbox.open(place, clock);
    }
}
