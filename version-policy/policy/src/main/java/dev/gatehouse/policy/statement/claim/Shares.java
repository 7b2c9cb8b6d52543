package dev.gatehouse.policy.statement.claim;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.NoEvidence;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many clients of each version asked, from the counts of the server: JSON of track, version and number of questions.
 */
final class Shares {
    private final Map<String, Long> counts;
    private final List<ClientVersion> supported;

    private Shares(Map<String, Long> counts, List<ClientVersion> supported) {
        this.counts = counts;
        this.supported = supported;
    }

    static Shares read(Evidence evidence, Track track, List<ClientVersion> supported) {
        var file = Evidence.given(evidence.sources().adoption(), "adoption");
        try {
            var counts = new TreeMap<String, Long>();
            new ObjectMapper()
                    .readTree(Files.readAllBytes(file))
                    .path(track.toString())
                    .properties()
                    .forEach(version ->
                            counts.put(version.getKey(), version.getValue().asLong()));
            var shares = new Shares(counts, supported);
            if (shares.all() == 0) {
                throw new NoEvidence("%s counts no client of %s.".formatted(file.getFileName(), track));
            }
            return shares;
        } catch (IOException e) {
            throw new NoEvidence("%s cannot be read as counts of clients.".formatted(file.getFileName()), e);
        }
    }

    private long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    double percent() {
        long known = supported.stream()
                .mapToLong(version -> counts.getOrDefault(version.toString(), 0L))
                .sum();
        return 100.0 * known / all();
    }

    String sentence() {
        return String.format(Locale.ROOT, "%.1f %% of %d questions came from supported versions.", percent(), all());
    }

    String of(ClientVersion version) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * counts.getOrDefault(version.toString(), 0L) / all());
    }
}
