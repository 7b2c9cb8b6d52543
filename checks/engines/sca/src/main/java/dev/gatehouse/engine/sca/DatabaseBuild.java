package dev.gatehouse.engine.sca;

import dev.gatehouse.engine.protocol.EngineLoop;
import dev.gatehouse.engine.protocol.sca.BuildRequest;
import dev.gatehouse.engine.protocol.sca.DatabaseFacts;
import io.github.jeremylong.openvulnerability.client.nvd.DefCveItem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.owasp.dependencycheck.Engine;
import org.owasp.dependencycheck.data.nvd.ecosystem.CveEcosystemMapper;
import org.owasp.dependencycheck.data.nvdcve.CveDB;
import org.owasp.dependencycheck.data.nvdcve.DatabaseException;
import org.owasp.dependencycheck.data.update.nvd.api.CveApiJson20CveItemSource;

/**
 * Fills a database from feed files. Dependency-Check's own updater would do it, too, but it keeps quiet about its
 * progress, goes on after a record that it could not store, and holds whole years in memory.
 */
final class DatabaseBuild {
    private static final int REPORT_EVERY = 200;
    private static final int MOST_SKIPPED = 100;

    private final Path work;
    private final EngineLoop.Reporter reporter;
    private final CveEcosystemMapper ecosystems = new CveEcosystemMapper();
    private final Map<String, String> published = new TreeMap<>();
    private final Map<String, Long> years = new TreeMap<>();
    private final List<String> skipped = new ArrayList<>();
    private @Nullable ZonedDateTime newest;

    DatabaseBuild(Path work, EngineLoop.Reporter reporter) {
        this.work = work;
        this.reporter = reporter;
    }

    DatabaseFacts run(BuildRequest request) throws Exception {
        var files = feedFiles(Path.of(request.feed()));
        var onServer = request.target().directory() == null;
        var schema = new ServerSchema(request.target());
        if (onServer) {
            schema.create();
        }
        var settings = OfflineSettings.writing(request.target(), work);
        try (var engine = new Engine(settings)) {
            engine.openDatabase(false, false);
            var database = engine.getDatabase();
            long size = 0;
            long done = 0;
            for (var file : files) {
                size += Files.size(file);
            }
            for (var file : files) {
                fill(database, file, done, size);
                done += Files.size(file);
            }
            if (published.isEmpty()) {
                throw new IOException("the feed in %s has no vulnerability in it".formatted(request.feed()));
            }
            reporter.at("putting the database in order", size, size);
            database.persistEcosystemCache();
            database.updateEcosystemCache();
            database.cleanupDatabase();
            var facts = facts(DatabaseDescription.count(settings), request.properties());
            DatabaseDescription.write(database, facts);
            if (onServer) {
                schema.publish(published);
            } else {
                database.defrag();
                writeDates(Path.of(String.valueOf(request.target().directory()), PublishedDates.FILE));
            }
            return facts;
        } finally {
            settings.cleanup(true);
        }
    }

    private static List<Path> feedFiles(Path feed) throws IOException {
        try (var files = Files.list(feed)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json.gz"))
                    .sorted()
                    .toList();
        }
    }

    @SuppressWarnings("try") // the item source declares that closing may throw anything
    private void fill(CveDB database, Path file, long done, long size) throws Exception {
        var name = file.getFileName().toString();
        try (var counted = new CountedStream(Files.newInputStream(file));
                var items =
                        new CveApiJson20CveItemSource(new BufferedInputStream(new GZIPInputStream(counted, 1 << 16)))) {
            for (int stored = 0; items.hasNext(); stored++) {
                store(database, items.next());
                if (stored % REPORT_EVERY == 0) {
                    reporter.at("storing " + name, done + counted.count(), size);
                }
            }
        } catch (IOException e) {
            throw new IOException("the feed file %s cannot be read: %s".formatted(name, e.getMessage()), e);
        }
    }

    private void store(CveDB database, DefCveItem item) {
        var cve = item.getCve();
        if (cve.getVulnStatus() == null || cve.getPublished() == null) {
            skipped.add(cve.getId() + " has no status or no date");
            return;
        }
        try {
            database.updateVulnerability(item, ecosystems.getEcosystem(item));
        } catch (DatabaseException e) {
            // one record that cannot be stored must not keep a whole year out; it is told
            skipped.add(e.getMessage());
            return;
        }
        if (cve.getVulnStatus().startsWith("Reject")) {
            return;
        }
        if (published.put(cve.getId(), String.valueOf(cve.getPublished().toLocalDate())) == null) {
            years.merge(cve.getId().split("-", 3)[1], 1L, Long::sum);
        }
        var changed = cve.getLastModified() == null ? cve.getPublished() : cve.getLastModified();
        if (newest == null || changed.isAfter(newest)) {
            newest = changed;
        }
    }

    private DatabaseFacts facts(long records, Map<String, String> properties) {
        return new DatabaseFacts(
                records,
                newest == null ? null : newest.toLocalDate().toString(),
                years,
                skipped.subList(0, Math.min(skipped.size(), MOST_SKIPPED)),
                properties);
    }

    private void writeDates(Path file) throws IOException {
        try (var lines = Files.newBufferedWriter(file)) {
            for (var entry : published.entrySet()) {
                lines.write(entry.getKey() + "\t" + entry.getValue() + "\n");
            }
        }
    }
}
