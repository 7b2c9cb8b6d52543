package dev.gatehouse.server.control.room;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.server.control.vault.JsonDocument;
import dev.gatehouse.server.control.vault.Vault;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which reports are kept and since when, so that a list need not read them all. */
final class ReportIndex {
    private final JsonDocument<Map<String, Line>> lines;

    /**
     * One report.
     *
     * @param received milliseconds since 1970, UTC
     */
    record Line(long received, ScanReports.Summary summary) {}

    ReportIndex(Vault vault) {
        this.lines = new JsonDocument<>(vault, "reports", new TypeReference<Map<String, Line>>() {}, Map.of());
    }

    /** Notes a report; one that is known already keeps its time. */
    void add(ScanReports.Summary summary, Instant now) {
        lines.change(before -> {
            var after = new TreeMap<>(before);
            after.putIfAbsent(summary.sha256(), new Line(now.toEpochMilli(), summary));
            return after;
        });
    }

    void remove(List<String> digests) {
        lines.change(before -> {
            var after = new TreeMap<>(before);
            digests.forEach(after::remove);
            return after;
        });
    }

    /** Newest first. */
    List<ScanReports.Summary> all() {
        return lines.read().values().stream()
                .sorted(Comparator.comparingLong(Line::received).reversed())
                .map(Line::summary)
                .toList();
    }

    /** Digests of what came before that moment. */
    List<String> before(Instant moment) {
        return lines.read().entrySet().stream()
                .filter(line -> line.getValue().received() < moment.toEpochMilli())
                .map(Map.Entry::getKey)
                .toList();
    }
}
