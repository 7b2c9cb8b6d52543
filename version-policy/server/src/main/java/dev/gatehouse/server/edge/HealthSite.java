package dev.gatehouse.server.edge;

import dev.gatehouse.policy.edge.AppPages;
import dev.gatehouse.policy.edge.http.Answer;
import dev.gatehouse.policy.edge.http.Asked;
import dev.gatehouse.policy.edge.http.Head;
import dev.gatehouse.policy.edge.http.Json;
import dev.gatehouse.policy.edge.http.Problem;
import dev.gatehouse.policy.edge.http.Target;
import dev.gatehouse.server.http.Site;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** {@code /health} (the process lives), {@code /ready} (it can answer) and, where wanted, {@code /metrics}. */
final class HealthSite implements Site {
    private static final Answer OK = Answer.of(
            Head.of(200).with("content-type", "application/json").with("cache-control", "no-store"),
            Json.utf8("{\"status\":\"ok\"}"));
    private static final Problem NO_DOCUMENTS =
            new Problem(503, "not-ready", "Not ready", "There is no document to serve yet, or the edge is stopping.");
    private static final Answer NOT_READY =
            NO_DOCUMENTS.answer(NO_DOCUMENTS.head().with("cache-control", "no-store"));

    private final BooleanSupplier ready;
    private final Supplier<String> metrics;
    private final boolean hasMetrics;

    HealthSite(BooleanSupplier ready, Supplier<String> metrics, boolean hasMetrics) {
        this.ready = ready;
        this.metrics = metrics;
        this.hasMetrics = hasMetrics;
    }

    /** Takes every target: what it does not know is not found. */
    @Override
    public boolean owns(String target) {
        return true;
    }

    @Override
    public Answer answer(Asked asked) {
        var answer = found(Target.of(asked.target()).path());
        return asked.method().equals("HEAD") ? answer.withoutBody() : answer;
    }

    private Answer found(String path) {
        return switch (path) {
            case "/health" -> OK;
            case "/ready" -> ready.getAsBoolean() ? OK : NOT_READY;
            case "/metrics" -> hasMetrics ? metrics() : AppPages.NOT_FOUND;
            default -> AppPages.NOT_FOUND;
        };
    }

    private Answer metrics() {
        return Answer.of(
                Head.of(200).with("content-type", Metrics.MEDIA_TYPE).with("cache-control", "no-store"),
                Json.utf8(metrics.get()));
    }
}
