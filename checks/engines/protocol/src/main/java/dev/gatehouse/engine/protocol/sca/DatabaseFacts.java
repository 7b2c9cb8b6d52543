package dev.gatehouse.engine.protocol.sca;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is in a vulnerability database.
 *
 * @param records number of vulnerabilities
 * @param newest when the newest record was published or changed, ISO 8601 date
 * @param years records by the year in their CVE identifier
 * @param skipped sentences on records of the feed that could not be stored, at most 100
 * @param properties as given to {@link BuildRequest}
 */
public record DatabaseFacts(
        long records,
        @Nullable String newest,
        Map<String, Long> years,
        List<String> skipped,
        Map<String, String> properties) {
    public DatabaseFacts {
        years = Collections.unmodifiableMap(new TreeMap<>(years));
        skipped = List.copyOf(skipped);
        properties = Map.copyOf(properties);
    }
}
