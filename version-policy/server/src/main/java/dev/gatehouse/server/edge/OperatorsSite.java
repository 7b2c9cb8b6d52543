package dev.gatehouse.server.edge;

import dev.gatehouse.server.edge.store.Documents;
import dev.gatehouse.server.http.HttpDate;
import dev.gatehouse.server.http.Site;
import dev.gatehouse.server.http.listen.SiteHandler;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Health, readiness and metrics of a server that runs an edge beside something else. */
public final class OperatorsSite {
    private final HealthSite open;
    private final HealthSite operators;

    /**
     * @param ready whether the server takes requests; it need not have a document to serve yet
     * @param more metrics of what runs beside the edge
     */
    public OperatorsSite(
            Documents documents,
            EdgeSite site,
            IntSupplier connections,
            BooleanSupplier ready,
            Supplier<String> more,
            Clock clock) {
        var metrics = new Metrics(documents, site.counts(), connections, clock);
        this.open = new HealthSite(ready, metrics::text, false);
        this.operators = new HealthSite(ready, () -> metrics.text() + more.get(), true);
    }

    /** Everything, for a listener that only operators reach. */
    public Site forOperators() {
        return operators;
    }

    /** Answers {@code /health} and {@code /ready}, and leaves the rest to {@code others}. */
    public Handler<HttpServerRequest> before(Handler<HttpServerRequest> others, HttpDate date) {
        var handler = new SiteHandler(open, date, others);
        return request -> {
            var path = String.valueOf(request.path());
            if (path.equals("/health") || path.equals("/ready")) {
                handler.handle(request);
            } else {
                others.handle(request);
            }
        };
    }
}
