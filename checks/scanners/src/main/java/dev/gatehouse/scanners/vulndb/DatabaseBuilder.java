package dev.gatehouse.scanners.vulndb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.engine.protocol.sca.BuildRequest;
import dev.gatehouse.engine.protocol.sca.DatabaseAddress;
import dev.gatehouse.engine.protocol.sca.DatabaseFacts;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.engine.EngineException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Makes databases of feeds: in a directory of their own, visible only when complete. */
final class DatabaseBuilder {
    private static final Duration LIMIT = Duration.ofHours(2);
    private static final String TASK = "vulndb";

    private final DependencyCheck engine;
    private final DatabaseFolders folders;
    private final Clock clock;

    DatabaseBuilder(DependencyCheck engine, DatabaseFolders folders, Clock clock) {
        this.engine = engine;
        this.folders = folders;
        this.clock = clock;
    }

    /**
     * Makes a database of the staged feed and puts it in its place, instead of a damaged one if there is one.
     *
     * @param staging with feed files; its directory is gone afterwards
     */
    DatabaseInfo replace(Staging staging, String digest, DatabaseInfo.Source source, Progress progress)
            throws IOException, EngineException {
        var staged = staging.directory();
        var feed = Feed.in(staging.feed());
        var facts = build(staging.feed(), DatabaseAddress.in(staged), digest, progress);
        Files.deleteIfExists(staged.resolve("odc.trace.db"));
        var database = staged.resolve(DatabaseInfo.DATABASE);
        var info = DatabaseInfo.of(digest, source, facts, engine.version(), clock.instant(), database, feed);
        info.write(staged);
        moveIn(staged, folders.database(digest), staging.trash());
        return info;
    }

    /** Fills an empty directory or schema. */
    DatabaseFacts build(Path feed, DatabaseAddress target, String digest, Progress progress)
            throws IOException, EngineException {
        return ask("build-database", new BuildRequest(feed.toString(), target, Map.of("digest", digest)), progress);
    }

    /** Opens the database and counts. */
    DatabaseFacts describe(DatabaseAddress address, Progress progress) throws IOException, EngineException {
        return ask("describe-database", address, progress);
    }

    private DatabaseFacts ask(String kind, Object body, Progress progress) throws IOException, EngineException {
        try (var process = engine.startBuild()) {
            JsonNode answer = process.ask(kind, ReportJson.mapper().valueToTree(body), LIMIT, TASK, progress);
            return ReportJson.mapper().treeToValue(answer, DatabaseFacts.class);
        } catch (JsonProcessingException e) {
            throw new EngineException(
                    EngineException.Kind.FAILED,
                    "the sca engine said something unreadable",
                    String.valueOf(e.getMessage()));
        }
    }

    private static void moveIn(Path staged, Path place, Path trash) throws IOException {
        Files.createDirectories(place.getParent());
        if (Files.exists(place)) {
            Files.move(place, trash, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(staged, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.exists(place.resolve(DatabaseInfo.FILE))) {
                throw e;
            }
            // another process was faster with the same database; ours is left in staging and removed with it
        }
    }
}
