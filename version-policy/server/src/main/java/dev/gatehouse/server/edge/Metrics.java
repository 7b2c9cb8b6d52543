package dev.gatehouse.server.edge;

import dev.gatehouse.server.edge.store.Documents;
import dev.gatehouse.server.edge.store.Held;
import java.time.Clock;
import java.util.Comparator;
import java.util.function.IntSupplier;

/**
 * The edge's numbers in Prometheus' text format 0.0.4. The only labels are app, platform, channel, version, status and
 * the door that a client came through, all out of signed documents, so their number is bounded by what was signed.
 */
final class Metrics {
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Documents documents;
    private final EnforceCounts enforced;
    private final IntSupplier connections;
    private final Clock clock;

    Metrics(Documents documents, EnforceCounts enforced, IntSupplier connections, Clock clock) {
        this.documents = documents;
        this.enforced = enforced;
        this.connections = connections;
        this.clock = clock;
    }

    String text() {
        var out = new StringBuilder();
        clients(out);
        enforced(out);
        head(out, "gatehouse_edge_documents", "gauge", "Documents that are served.");
        line(out, "gatehouse_edge_documents", documents.all().size());
        head(out, "gatehouse_edge_documents_expired", "gauge", "Documents that are served although they have expired.");
        var now = clock.instant();
        line(
                out,
                "gatehouse_edge_documents_expired",
                documents.all().stream()
                        .filter(held -> !held.document().expires().isAfter(now))
                        .count());
        documents.all().stream()
                .map(held -> held.document().expires())
                .min(Comparator.naturalOrder())
                .ifPresent(first -> {
                    head(out, "gatehouse_edge_first_expiry_seconds", "gauge", "When the first document expires.");
                    line(out, "gatehouse_edge_first_expiry_seconds", first.getEpochSecond());
                });
        head(out, "gatehouse_edge_documents_refused_total", "counter", "Documents refused, by reason.");
        for (var reason : Documents.Refusal.values()) {
            line(
                    out,
                    "gatehouse_edge_documents_refused_total{reason=\"" + reason.text() + "\"}",
                    documents.refused(reason));
        }
        head(out, "gatehouse_edge_connections", "gauge", "Open connections.");
        line(out, "gatehouse_edge_connections", connections.getAsInt());
        return out.toString();
    }

    private void clients(StringBuilder out) {
        head(out, "gatehouse_edge_clients_total", "counter", "Questions of clients, by what they said they are.");
        documents.all().stream()
                .sorted(Comparator.comparing(
                        (Held held) -> held.document().track().toString()))
                .forEach(held -> {
                    var track = held.document().track();
                    for (var count : held.tally().counts()) {
                        line(
                                out,
                                "gatehouse_edge_clients_total{app=\"%s\",platform=\"%s\",channel=\"%s\",version=\"%s\",status=\"%s\",via=\"%s\"}"
                                        .formatted(
                                                track.app(),
                                                track.platform(),
                                                track.channel(),
                                                count.version(),
                                                count.status().text(),
                                                count.via().text()),
                                count.clients());
                    }
                });
    }

    private void enforced(StringBuilder out) {
        head(out, "gatehouse_edge_enforced_total", "counter", "Answers to gateways.");
        for (var outcome : EnforceCounts.Outcome.values()) {
            line(out, "gatehouse_edge_enforced_total{outcome=\"" + outcome.text() + "\"}", enforced.of(outcome));
        }
    }

    private static void head(StringBuilder out, String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder out, String name, long value) {
        out.append(name).append(' ').append(value).append('\n');
    }
}
