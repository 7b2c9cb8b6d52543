package dev.gatehouse.engine.sca;

import dev.gatehouse.engine.protocol.sca.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * When vulnerabilities were published. Dependency-Check's schema has no place for it, so it lies beside the database: as
 * lines of identifier, tab, ISO 8601 date in a directory, as a table on a server.
 */
final class PublishedDates {
    static final String FILE = "published.tsv";

    private final DatabaseAddress database;

    PublishedDates(DatabaseAddress database) {
        this.database = database;
    }

    /** Dates by identifier, of those of the wanted that have one. */
    Map<String, String> of(Set<String> wanted) throws IOException {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return database.directory() == null ? onServer(wanted) : inFile(Path.of(database.directory(), FILE), wanted);
    }

    private static Map<String, String> inFile(Path file, Set<String> wanted) throws IOException {
        var dates = new HashMap<String, String>();
        if (Files.exists(file)) {
            try (var lines = Files.lines(file)) {
                lines.forEach(line -> {
                    int tab = line.indexOf('\t');
                    if (wanted.contains(line.substring(0, tab))) {
                        dates.put(line.substring(0, tab), line.substring(tab + 1));
                    }
                });
            }
        }
        return dates;
    }

    private Map<String, String> onServer(Collection<String> wanted) throws IOException {
        var dates = new HashMap<String, String>();
        try (var connection = new ServerSchema(database).connect();
                var query = connection.prepareStatement("SELECT cve, day::text FROM published WHERE cve = ANY (?)")) {
            query.setArray(1, connection.createArrayOf("varchar", wanted.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    dates.put(rows.getString(1), rows.getString(2));
                }
            }
            return dates;
        } catch (SQLException e) {
            throw new IOException("the dates of publication cannot be read: " + e.getMessage(), e);
        }
    }
}
