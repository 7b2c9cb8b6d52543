package dev.gatehouse.scanners.vulndb;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a new database in: beside the old one, which every running scan keeps, and current by one atomic step. Nothing
 * is current that was not made completely.
 */
final class DatabaseChange {
    /** A scan that has just read which database is current needs a moment to mark it as used. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final DependencyCheck engine;
    private final DatabaseFolders folders;
    private final DatabaseBuilder builder;
    private final Clock clock;

    DatabaseChange(DependencyCheck engine, Path root, Clock clock) {
        this.engine = engine;
        this.folders = new DatabaseFolders(root);
        this.builder = new DatabaseBuilder(engine, folders, clock);
        this.clock = clock;
    }

    /** Makes the database of a feed and has scans use it from now on. */
    DatabaseInfo adopt(FeedSource source, Progress progress) throws IOException {
        try (var staging = Staging.open(folders)) {
            var from = source.provide(staging.feed(), progress);
            var digest = Feed.in(staging.feed()).digest(engine.version());
            var info = folders.has(digest)
                    ? DatabaseInfo.read(folders.database(digest))
                    : builder.replace(staging, digest, from, progress);
            folders.makeCurrent(digest);
            removeUnused(digest);
            return info;
        } catch (EngineException e) {
            throw new BadInput("no database can be made of this: " + e.getMessage(), e);
        }
    }

    /** Databases beside the current one that are still there, such as those that a scan uses. */
    List<String> others(String current) throws IOException {
        return folders.all().stream().filter(digest -> !digest.equals(current)).toList();
    }

    /** Whether a running scan uses the database. */
    boolean inUse(String digest) throws IOException {
        return Lease.anyOn(folders, digest);
    }

    private void removeUnused(String current) throws IOException {
        var marks = Files.createDirectories(folders.root().resolve("retired"));
        for (var digest : new ArrayList<>(others(current))) {
            var mark = marks.resolve(digest);
            if (!Files.exists(mark)) {
                Files.writeString(mark, clock.instant().toString());
            }
            var retired = java.time.Instant.parse(Files.readString(mark));
            if (retired.plus(GRACE).isBefore(clock.instant()) && !Lease.anyOn(folders, digest)) {
                DatabaseFolders.delete(folders.database(digest));
                DatabaseFolders.delete(folders.leases(digest));
                Files.deleteIfExists(mark);
            }
        }
        Files.deleteIfExists(marks.resolve(current));
    }
}
