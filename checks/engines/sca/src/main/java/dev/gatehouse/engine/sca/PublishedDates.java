package dev.gatehouse.engine.sca;

import dev.gatehouse.engine.protocol.sca.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When each vulnerability was published. Dependency-Check's schema has no place for it, so it lies beside the database
 * as lines of identifier, tab, ISO 8601 date; a database on a server has none.
 */
record PublishedDates(Map<String, String> byId) {
    static final String FILE = "published.tsv";

    static PublishedDates of(DatabaseAddress database) throws IOException {
        var dates = new HashMap<String, String>();
        if (database.directory() != null) {
            var file = Path.of(database.directory(), FILE);
            if (Files.exists(file)) {
                try (var lines = Files.lines(file)) {
                    lines.forEach(line -> {
                        int tab = line.indexOf('\t');
                        dates.put(line.substring(0, tab), line.substring(tab + 1));
                    });
                }
            }
        }
        return new PublishedDates(dates);
    }

    @Nullable
    String of(String id) {
        return byId.get(id);
    }
}
