package dev.gatehouse.server.control;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.policy.json.Sha256;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.server.control.room.Adoption;
import dev.gatehouse.server.control.vault.JsonDocument;
import dev.gatehouse.server.control.vault.Vault;
import dev.gatehouse.server.edge.count.Tally;
import dev.gatehouse.server.log.EventLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Takes what separate edges have counted out of their metrics into the days of {@link Adoption}. What was taken last is in
 * the vault, so that of several servers one takes it, and a restart takes nothing twice.
 */
final class EdgeCounts {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern LINE = Pattern.compile(
            "gatehouse_edge_clients_total\\{app=\"([^\"]+)\",platform=\"([^\"]+)\",channel=\"([^\"]+)\",version=\"([^\"]+)\",[^}]*} ([0-9]{1,18})");

    private final List<URI> edges;
    private final Vault vault;
    private final Adoption adoption;
    private final EventLog log;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<URI, Boolean> away = new HashMap<>();

    /** @param edges addresses of their metrics */
    EdgeCounts(List<URI> edges, Vault vault, Adoption adoption, EventLog log, Clock clock) {
        this.edges = List.copyOf(edges);
        this.vault = vault;
        this.adoption = adoption;
        this.log = log;
        this.clock = clock;
    }

    /** Asks every edge; one that is away is told once. */
    void store() {
        for (var edge : edges) {
            try {
                take(edge, parse(ask(edge)));
                away.remove(edge);
            } catch (IOException e) {
                if (away.put(edge, true) == null) {
                    log.alarm("edge.not-counted", Map.of("edge", edge.toString(), "detail", String.valueOf(e)));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private String ask(URI edge) throws IOException, InterruptedException {
        var answer =
                http.send(HttpRequest.newBuilder(edge).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return answer.body();
    }

    /** Questions since the edge's start, by track, then by version. */
    private static Map<String, Map<String, Long>> parse(String metrics) {
        var tracks = new TreeMap<String, Map<String, Long>>();
        for (var line : metrics.split("\n", -1)) {
            var found = LINE.matcher(line);
            if (found.matches() && !found.group(4).equals(Tally.OTHER)) {
                tracks.computeIfAbsent(
                                "%s/%s/%s".formatted(found.group(1), found.group(2), found.group(3)),
                                unused -> new TreeMap<>())
                        .merge(found.group(4), Long.parseLong(found.group(5)), Long::sum);
            }
        }
        return tracks;
    }

    private void take(URI edge, Map<String, Map<String, Long>> now) {
        var added = new TreeMap<String, Map<String, Long>>();
        var name = "edge-"
                + Sha256.of(edge.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 32);
        new JsonDocument<>(vault, name, new TypeReference<Map<String, Map<String, Long>>>() {}, Map.of())
                .change(before -> {
                    added.clear();
                    now.forEach((track, versions) ->
                            added.put(track, more(versions, before.getOrDefault(track, Map.of()))));
                    return now;
                });
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        added.forEach((track, versions) -> adoption.add(track(track), today, versions));
    }

    /** What was counted since; a count that is lower than before has begun anew with its edge. */
    private static Map<String, Long> more(Map<String, Long> now, Map<String, Long> before) {
        var more = new TreeMap<String, Long>();
        now.forEach((version, count) -> {
            long last = before.getOrDefault(version, 0L);
            long since = count < last ? count : count - last;
            if (since > 0) {
                more.put(version, since);
            }
        });
        return more;
    }

    private static Track track(String text) {
        var parts = text.split("/", -1);
        return new Track(parts[0], parts[1], parts[2]);
    }
}
