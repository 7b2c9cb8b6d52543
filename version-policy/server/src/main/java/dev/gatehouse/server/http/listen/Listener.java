package dev.gatehouse.server.http.listen;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.server.http.HttpDate;
import dev.gatehouse.server.http.Site;
import dev.gatehouse.server.http.fast.FastPath;
import dev.gatehouse.server.log.EventLog;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * An HTTP server at one address: HTTP/1.1, and with TLS also HTTP/2. It opens one Vert.x server an event loop, which
 * share the port.
 */
public final class Listener {
    private static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");
    private static final long RELOAD_MILLIS = 2_000;
    private static final int MANY = 1 << 24;

    private final Vertx vertx;
    private final Settings settings;
    private final EventLog log;
    private final HttpDate date;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean ending;
    private volatile long reloading;
    private volatile Future<?> reloaded = Future.succeededFuture();
    private Optional<Certificate.Content> certificate = Optional.empty();

    /**
     * How to listen.
     *
     * @param tls empty for plain HTTP
     * @param plainAnywhere whether plain HTTP may be heard by other machines
     */
    public record Settings(Address address, Optional<Certificate> tls, boolean plainAnywhere, Limits limits) {

        /** Throws {@link BadInput} for plain HTTP that others could read, and for a certificate that is none. */
        public Settings checked() {
            if (tls.isEmpty() && !plainAnywhere && !address.isLoopback()) {
                throw new BadInput(
                        "plain HTTP at %s could be read by others: give --tls-cert and --tls-key, or say --plain-http when something in front of it has TLS"
                                .formatted(address.host()));
            }
            tls.ifPresent(Certificate::read);
            return this;
        }
    }

    public Listener(Vertx vertx, Settings settings, HttpDate date, EventLog log) {
        this.vertx = vertx;
        this.settings = settings;
        this.date = date;
        this.log = log;
    }

    /**
     * Starts to listen.
     *
     * @param site what is answered from memory
     * @param others everything else
     * @param eventLoops servers to open, one an event loop
     * @return the port
     */
    public int start(Site site, Handler<HttpServerRequest> others, int eventLoops) {
        settings.checked();
        certificate = settings.tls().map(Certificate::read);
        var options = options();
        var handler = new SiteHandler(site, date, others);
        int port = listen(options, handler, site, eventLoops);
        settings.tls().ifPresent(files -> reloading = vertx.setPeriodic(RELOAD_MILLIS, unused -> reload(files)));
        return port;
    }

    /**
     * Servers with the same number share a port. When the system is to choose one, Vert.x wants a negative number for
     * that, which no other listener of this process may have.
     */
    private int listen(HttpServerOptions options, SiteHandler handler, Site site, int eventLoops) {
        var address = settings.address();
        int port = address.port() == 0 ? -1 - System.identityHashCode(this) % MANY : address.port();
        Supplier<Deployable> server = () -> context -> {
            var http = vertx.createHttpServer(options)
                    .requestHandler(handler)
                    .connectionHandler(connection -> accept(connection, site));
            servers.add(http);
            return http.listen(port, address.host());
        };
        try {
            vertx.deployVerticle(server, new DeploymentOptions().setInstances(eventLoops))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new BadInput(
                    "%s:%d: cannot be listened at (%s)".formatted(address.host(), address.port(), cause.getMessage()),
                    cause);
        }
        return servers.get(0).actualPort();
    }

    /** Connections that are open now. */
    public int connections() {
        return connections.get();
    }

    /** Takes no new connection, lets requests under way end, and returns when all is closed. */
    public void stop() {
        ending = true;
        vertx.cancelTimer(reloading);
        // an update that ends behind the event loops' back would be told as a fault
        reloaded.otherwiseEmpty().toCompletionStage().toCompletableFuture().join();
        var limit = settings.limits().stop();
        var ended = servers.stream()
                .map(server -> server.shutdown(limit.toMillis(), TimeUnit.MILLISECONDS))
                .toList();
        Future.all(ended).toCompletionStage().toCompletableFuture().join();
    }

    private void accept(HttpConnection connection, Site site) {
        if (connections.incrementAndGet() > settings.limits().connections()) {
            connections.decrementAndGet();
            connection.close();
            return;
        }
        connection.closeHandler(unused -> connections.decrementAndGet());
        if (connection instanceof ConnectionBase base) {
            FastPath.into(
                    base.channelHandlerContext(),
                    site,
                    date,
                    () -> ending,
                    settings.limits().request());
        }
    }

    private HttpServerOptions options() {
        var limits = settings.limits();
        var options = new HttpServerOptions()
                .setMaxInitialLineLength(limits.line())
                .setMaxHeaderSize(limits.fields())
                .setIdleTimeout((int) limits.idle().toSeconds())
                .setHttp2ClearTextEnabled(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setTcpNoDelay(true)
                .setReuseAddress(true)
                .setAcceptBacklog(1024);
        certificate.ifPresent(content -> options.setSsl(true)
                .setUseAlpn(true)
                .setEnabledSecureTransportProtocols(PROTOCOLS)
                .setSslHandshakeTimeout(limits.request().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeyCertOptions(content.options()));
        return options;
    }

    /** New files are taken when both are whole; else the old ones go on. */
    private void reload(Certificate files) {
        Certificate.Content now;
        try {
            now = files.read();
        } catch (BadInput no) {
            log.alarm("tls.not-reloaded", Map.of("detail", String.valueOf(no.getMessage())));
            return;
        }
        if (now.equals(certificate.orElse(null))) {
            return;
        }
        certificate = Optional.of(now);
        var ssl = new ServerSSLOptions()
                .setUseAlpn(true)
                .setEnabledSecureTransportProtocols(PROTOCOLS)
                .setApplicationLayerProtocols(List.of("h2", "http/1.1"))
                .setKeyCertOptions(now.options());
        reloaded = Future.join(servers.stream()
                        .map(server -> server.updateSSLOptions(ssl))
                        .toList())
                .onSuccess(unused ->
                        log.info("tls.reloaded", Map.of("chain", files.chain().toString())))
                .onFailure(no -> log.alarm("tls.not-reloaded", Map.of("detail", "key and certificate do not fit")));
    }
}
