package dev.gatehouse.cli.serve;

import dev.gatehouse.cli.link.OutboxPlace;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The outbox that a server shows: only one that somebody named, since others may see it then. */
final class ServedOutboxOption {
    @Option(
            names = "--outbox",
            paramLabel = "OUTBOX",
            description = "Show what waits for Jira and GitHub: the builds' outbox, a file, or"
                    + " jdbc:postgresql://host/database?user=name with the password in " + OutboxPlace.PASSWORD
                    + " (default: GATEHOUSE_OUTBOX, else none).")
    private @Nullable String place;

    @Option(
            names = "--outbox-password-file",
            paramLabel = "FILE",
            description = "A file with that database's password in one line.")
    private @Nullable Path passwordFile;

    /** Empty when nobody named one. */
    Optional<OutboxPlace> place() {
        return Optional.ofNullable(place)
                .or(() -> Optional.ofNullable(System.getenv(OutboxPlace.VARIABLE)))
                .filter(text -> !text.isBlank())
                .map(text -> new OutboxPlace(text, passwordFile));
    }
}
