package dev.gatehouse.server.edge;

import dev.gatehouse.server.edge.count.Bursts;
import dev.gatehouse.server.edge.source.DocumentSource;
import dev.gatehouse.server.edge.store.Documents;
import dev.gatehouse.server.http.HttpDate;
import dev.gatehouse.server.http.listen.EventLoops;
import dev.gatehouse.server.http.listen.Listener;
import dev.gatehouse.server.http.listen.SiteHandler;
import dev.gatehouse.server.log.EventLog;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An edge that runs by itself: sources, a public listener and one for operators. A control plane that runs the edge in
 * its own process uses {@link EdgeSite} with its own listener instead.
 */
public final class EdgeServer implements AutoCloseable {
    private static final long MINUTE_MILLIS = 60_000;

    private final Vertx vertx;
    private final Listener open;
    private final Optional<Listener> operators;
    private final DocumentSource source;
    private final EventLog log;
    private final int port;
    private final int operatorsPort;
    private volatile boolean ending;

    /**
     * What to run.
     *
     * @param open where the internet asks
     * @param operators where health and metrics are asked for; empty for nowhere but health at {@code open}
     * @param eventLoops threads that serve requests
     */
    public record Setup(
            EdgeSettings edge, Listener.Settings open, Optional<Listener.Settings> operators, int eventLoops) {}

    /** Starts; returns when requests are answered. Throws {@code BadInput} for an address or certificate that is none. */
    public EdgeServer(Setup setup, Documents documents, DocumentSource source, EventLog log, Clock clock) {
        this.source = source;
        this.log = log;
        source.start(documents);
        vertx = EventLoops.start(setup.eventLoops());
        try {
            var date = new HttpDate(clock);
            var site = new EdgeSite(documents, setup.edge(), clock);
            open = new Listener(vertx, setup.open(), date, log);
            var metrics = new Metrics(documents, site.counts(), open::connections, clock);
            var health = new HealthSite(() -> isReady(documents), metrics::text, false);
            port = open.start(site, new SiteHandler(health, date, unused -> {}), setup.eventLoops());
            operators = setup.operators().map(settings -> new Listener(vertx, settings, date, log));
            operatorsPort = operators
                    .map(listener -> listener.start(
                            new HealthSite(() -> isReady(documents), metrics::text, true), unused -> {}, 1))
                    .orElse(0);
        } catch (RuntimeException e) {
            source.close();
            vertx.close();
            throw e;
        }
        var bursts = new Bursts(log);
        vertx.setPeriodic(
                MINUTE_MILLIS,
                unused -> documents
                        .all()
                        .forEach(held -> bursts.look(held.document().track().toString(), held.tally())));
        log.info(
                "edge.started",
                Map.of(
                        "source",
                        source.name(),
                        "documents",
                        String.valueOf(documents.all().size())));
    }

    public int port() {
        return port;
    }

    /** 0 when there is no listener for operators. */
    public int operatorsPort() {
        return operatorsPort;
    }

    /** Takes no new connection, ends what is under way, and returns when that is done. */
    @Override
    public void close() {
        if (ending) {
            return;
        }
        ending = true;
        source.close();
        open.stop();
        operators.ifPresent(Listener::stop);
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
        log.info("edge.stopped", Map.of("source", source.name()));
    }

    private boolean isReady(Documents documents) {
        return !ending && !documents.all().isEmpty();
    }
}
