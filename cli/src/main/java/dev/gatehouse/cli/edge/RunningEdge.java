package dev.gatehouse.cli.edge;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.document.DocumentCheck;
import dev.gatehouse.policy.edge.answer.DecisionHeads;
import dev.gatehouse.policy.signing.Verifier;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.server.alert.AlertingLog;
import dev.gatehouse.server.edge.EdgeServer;
import dev.gatehouse.server.edge.source.DocumentSource;
import dev.gatehouse.server.edge.source.FolderSource;
import dev.gatehouse.server.edge.source.UpstreamSource;
import dev.gatehouse.server.edge.store.Documents;
import dev.gatehouse.server.log.EventLog;
import java.net.URI;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Wires an edge together from the command's options. */
final class RunningEdge implements Running {
    private final EdgeServer server;
    private final AlertingLog log;
    private final String sentence;

    RunningEdge(EdgeCommand command, List<PublicKey> trusted) {
        var clock = Clock.systemUTC();
        log = EdgeParts.log(command.alerts(), clock);
        var settings = EdgeParts.settings(command.enforce(), command.cache(), command.index());
        var heads = new DecisionHeads(settings.decisionTimes(), settings.retryAfter());
        var check = new DocumentCheck(new Verifier(trusted));
        var documents = new Documents(() -> check, settings.documentTimes(), heads, log, clock);
        var source = source(command, log);
        var listen = command.listen();
        var open = EdgeParts.open(listen);
        var operators = EdgeParts.operators(listen);
        server = new EdgeServer(
                new EdgeServer.Setup(settings, open, operators, EdgeParts.loops(listen)),
                documents,
                source,
                log,
                clock);
        sentence = "edge: %d documents from %s at %s%s"
                .formatted(
                        documents.all().size(),
                        source.name(),
                        EdgeParts.address(open, server.port()),
                        operators.isPresent() ? ", operators at port " + server.operatorsPort() : "");
    }

    @Override
    public List<String> sentences() {
        return List.of(sentence);
    }

    @Override
    public void stop() {
        server.close();
        log.close();
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
}
