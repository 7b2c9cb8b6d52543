package dev.gatehouse.scanners.cache;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Removes the entries of a cache that were not used for longest. Several at once do no harm. */
final class Eviction {
    /** Between two looks at the whole directory; the file's time says when the last one was. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private static final String MARKER = "trimmed";

    /** A file that is not whole after this time was left by a process that was killed. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    /** Down to this part of the limit, so that the next entry does not start it all again. */
    private static final double ROOM = 0.8;

    private final Path directory;
    private final Clock clock;

    /** An entry on disk. */
    record Used(Path file, long size, Instant at) {}

    Eviction(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    void trimWhenDue(long maxBytes) throws IOException {
        var marker = directory.resolve(MARKER);
        if (!Files.isDirectory(directory)
                || (Files.exists(marker)
                        && Files.getLastModifiedTime(marker)
                                .toInstant()
                                .isAfter(clock.instant().minus(PAUSE)))) {
            return;
        }
        WholeFile.write(marker, new byte[0]);
        Files.setLastModifiedTime(marker, FileTime.from(clock.instant()));
        trim(maxBytes);
    }

    void trim(long maxBytes) throws IOException {
        var entries = new ArrayList<>(entries());
        long size = entries.stream().mapToLong(Used::size).sum();
        if (size <= maxBytes) {
            return;
        }
        entries.sort(Comparator.comparing(Used::at));
        for (var entry : entries) {
            if (size <= maxBytes * ROOM) {
                return;
            }
            Files.deleteIfExists(entry.file());
            size -= entry.size();
        }
    }

    /** All entries; removes what was left unfinished on the way. */
    List<Used> entries() throws IOException {
        var found = new ArrayList<Used>();
        if (!Files.isDirectory(directory)) {
            return found;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var at = attributes.lastModifiedTime().toInstant();
                if (file.toString().endsWith(WholeFile.UNFINISHED)) {
                    if (at.isBefore(clock.instant().minus(ABANDONED))) {
                        Files.deleteIfExists(file);
                    }
                } else if (!file.endsWith(MARKER)) {
                    found.add(new Used(file, attributes.size(), at));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
        return found;
    }
}
