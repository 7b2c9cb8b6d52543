package dev.gatehouse.server.edge.source;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.support.Track;
import java.nio.file.Path;
import java.util.Optional;

/** A document's place below a folder, {@code APP/PLATFORM/CHANNEL.json}, as {@code versions export} writes it. */
final class DocumentFile {
    private static final String SUFFIX = ".json";

    private DocumentFile() {}

    /** What a document at this place must be about; empty for a place that is none. */
    static Optional<Track> track(Path folder, Path file) {
        var place = folder.relativize(file);
        var name = place.getFileName().toString();
        if (place.getNameCount() != 3 || !name.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Track(
                    place.getName(0).toString(),
                    place.getName(1).toString(),
                    name.substring(0, name.length() - SUFFIX.length())));
        } catch (BadInput noName) {
            return Optional.empty();
        }
    }
}
