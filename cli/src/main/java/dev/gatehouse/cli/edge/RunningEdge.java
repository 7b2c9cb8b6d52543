package dev.gatehouse.cli.edge;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.document.DocumentCheck;
import dev.gatehouse.policy.signing.Verifier;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.server.edge.EdgeServer;
import dev.gatehouse.server.edge.EdgeSettings;
import dev.gatehouse.server.edge.EnforceSettings;
import dev.gatehouse.server.edge.answer.CacheTimes;
import dev.gatehouse.server.edge.answer.DecisionHeads;
import dev.gatehouse.server.edge.source.DocumentSource;
import dev.gatehouse.server.edge.source.FolderSource;
import dev.gatehouse.server.edge.source.UpstreamSource;
import dev.gatehouse.server.edge.store.Documents;
import dev.gatehouse.server.http.listen.Address;
import dev.gatehouse.server.http.listen.Certificate;
import dev.gatehouse.server.http.listen.Limits;
import dev.gatehouse.server.http.listen.Listener;
import dev.gatehouse.server.log.EventLog;
import dev.gatehouse.server.log.JsonLines;
import java.net.URI;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Wires an edge together from the command's options. */
final class RunningEdge {
    private final EdgeServer server;
    private final String sentence;

    RunningEdge(EdgeCommand command, List<PublicKey> trusted) {
        var clock = Clock.systemUTC();
        var log = new JsonLines(System.err, clock);
        var settings = settings(command);
        var heads = new DecisionHeads(settings.decisionTimes(), settings.retryAfter());
        var check = new DocumentCheck(new Verifier(trusted));
        var documents = new Documents(check, settings.documentTimes(), heads, log, clock);
        var source = source(command, log);
        var listen = command.listen();
        var limits = new Limits(
                Limits.USUAL.line(),
                Limits.USUAL.fields(),
                listen.connections,
                Limits.USUAL.request(),
                Limits.USUAL.idle(),
                Limits.USUAL.stop());
        var address = Address.parse(listen.address);
        var tls = tls(listen);
        var operators = listen.operators.equals("off")
                ? Optional.<Listener.Settings>empty()
                : Optional.of(new Listener.Settings(
                        Address.parse(listen.operators), Optional.empty(), listen.plain, Limits.USUAL));
        int loops =
                listen.eventLoops > 0 ? listen.eventLoops : Runtime.getRuntime().availableProcessors();
        server = new EdgeServer(
                new EdgeServer.Setup(
                        settings, new Listener.Settings(address, tls, listen.plain, limits), operators, loops),
                documents,
                source,
                log,
                clock);
        sentence = "edge: %d documents from %s at %s://%s:%d%s"
                .formatted(
                        documents.all().size(),
                        source.name(),
                        tls.isPresent() ? "https" : "http",
                        address.host().indexOf(':') < 0 ? address.host() : "[" + address.host() + "]",
                        server.port(),
                        operators.isPresent() ? ", operators at port " + server.operatorsPort() : "");
    }

    /** What runs and where, for the person who started it. */
    String sentence() {
        return sentence;
    }

    /** Ends what is under way, and returns when that is done. */
    void stop() {
        server.close();
    }

    private static EdgeSettings settings(EdgeCommand command) {
        var enforce = command.enforce();
        if (!enforce.undecided.equals("allow") && !enforce.undecided.equals("refuse")) {
            throw new BadInput("--undecided is '%s'; give allow or refuse".formatted(enforce.undecided));
        }
        enforce.exempt.stream()
                .filter(path -> !path.startsWith("/"))
                .findFirst()
                .ifPresent(path -> {
                    throw new BadInput("--exempt is '%s'; give a path that begins with a slash".formatted(path));
                });
        var cache = command.cache();
        return new EdgeSettings(
                new EnforceSettings(enforce.reportOnly, enforce.undecided.equals("refuse"), enforce.exempt),
                new CacheTimes(
                        seconds("--max-age", cache.maxAge),
                        seconds("--stale-while-revalidate", cache.revalidate),
                        seconds("--stale-if-error", cache.error)),
                CacheTimes.DECISION,
                seconds("--retry-after", enforce.retryAfter),
                command.index());
    }

    private static DocumentSource source(EdgeCommand command, EventLog log) {
        var every = Duration.ofSeconds(command.every());
        var folder = command.documents();
        if (folder != null) {
            return new FolderSource(folder, every, log);
        }
        var tracks = command.tracks().stream().map(RunningEdge::track).toList();
        return new UpstreamSource(address(String.valueOf(command.from())), tracks, every, log, new SecureRandom());
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput("'%s' is no address of an edge: write it as https://edge.example".formatted(text), e);
        }
    }

    private static Track track(String text) {
        var parts = text.split("/", -1);
        if (parts.length != 3) {
            throw new BadInput("--track is '%s'; write it as shop/ios/stable".formatted(text));
        }
        return new Track(parts[0], parts[1], parts[2]);
    }

    private static Optional<Certificate> tls(ListenOptions listen) {
        if (listen.certificate == null && listen.key == null) {
            return Optional.empty();
        }
        if (listen.certificate == null || listen.key == null) {
            throw new BadInput("TLS needs both --tls-cert and --tls-key");
        }
        return Optional.of(new Certificate(listen.certificate, listen.key));
    }

    private static Duration seconds(String name, int value) {
        if (value < 0) {
            throw new BadInput("%s is %d; give 0 seconds or more".formatted(name, value));
        }
        return Duration.ofSeconds(value);
    }
}
