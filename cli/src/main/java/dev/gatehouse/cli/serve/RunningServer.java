package dev.gatehouse.cli.serve;

import dev.gatehouse.cli.edge.EdgeParts;
import dev.gatehouse.cli.edge.Running;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.policy.keys.SigningKey;
import dev.gatehouse.policy.outbox.TrackerQueue;
import dev.gatehouse.policy.signing.Signer;
import dev.gatehouse.server.alert.AlertingLog;
import dev.gatehouse.server.control.ControlPlane;
import dev.gatehouse.server.control.account.Seal;
import dev.gatehouse.server.control.demo.Demo;
import dev.gatehouse.server.control.oidc.OidcSettings;
import dev.gatehouse.server.control.room.RuleBook;
import dev.gatehouse.server.control.web.Proxies;
import dev.gatehouse.server.http.listen.Address;
import dev.gatehouse.server.http.listen.Listener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Wires a server together from the command's options. */
final class RunningServer implements Running {
    private final ControlPlane server;
    private final AlertingLog log;
    private final Stores stores;
    private final Optional<BuildsOutbox> outbox;
    private final List<String> sentences = new ArrayList<>();

    RunningServer(ServeCommand command) {
        var clock = Clock.systemUTC();
        var random = new SecureRandom();
        // whatever is wrong in the call is told before anything is made
        var setup = setup(command);
        var open = setup.open();
        var database = command.demo() ? null : Stores.checked(command.database());
        log = EdgeParts.log(command.alerts(), clock);
        var place = command.demo() ? demoPlace(open.address()) : command.data();
        outbox = outbox(command, place, clock);
        var policy = command.demo()
                ? place.resolve(GatehouseFile.NAME)
                : command.policy().wanted(Path.of(""));
        var data = new DataFolder(place, random, clock).made();
        var keys = data.keys();
        var secret = new Seal(data.secret(), random);
        stores = Stores.of(database, data);
        var demo = command.demo() ? new Demo(stores.ledger(), stores.vault(), secret, random, clock).fill(policy) : "";
        var rules =
                new RuleBook(policy, command.demo() ? null : command.policy().floorPath(), clock, log);
        server = new ControlPlane(
                setup,
                new ControlPlane.Parts(
                        stores.ledger(),
                        stores.vault(),
                        rules,
                        () -> new Signer(keys.valid()),
                        () -> keys.valid().stream().map(SigningKey::publicKey).toList(),
                        outbox.map(TrackerQueue.class::cast),
                        secret,
                        random),
                log,
                clock);
        var address = EdgeParts.address(open, server.port());
        sentences.add("serve: %s, ledger %s%s"
                .formatted(
                        address,
                        stores.ledger().name(),
                        setup.operators().isPresent() ? ", operators at port " + server.operatorsPort() : ""));
        if (!demo.isEmpty()) {
            sentences.add(demo);
        }
        server.firstCode()
                .ifPresent(
                        code -> sentences.add("there is no administrator yet: open %s/welcome?code=%s within three days"
                                .formatted(address, code)));
    }

    @Override
    public List<String> sentences() {
        return sentences;
    }

    @Override
    public void stop() {
        server.close();
        stores.close();
        outbox.ifPresent(BuildsOutbox::close);
        log.close();
    }

    private static ControlPlane.Setup setup(ServeCommand command) {
        return new ControlPlane.Setup(
                EdgeParts.settings(command.enforce(), command.cache(), command.index()),
                EdgeParts.open(command.listen()).checked(),
                EdgeParts.operators(command.listen()).map(Listener.Settings::checked),
                EdgeParts.loops(command.listen()),
                Duration.ofDays(command.keepReports()),
                Optional.ofNullable(command.oidc()).map(OidcSettings::read),
                new Proxies(Set.copyOf(command.proxies())),
                command.edges().stream().map(RunningServer::metrics).toList());
    }

    private static Optional<BuildsOutbox> outbox(ServeCommand command, Path place, Clock clock) {
        if (command.demo()) {
            var file = place.resolve("outbox.db");
            return Optional.of(new BuildsOutbox(new DemoOutbox(clock).fill(file), file.toString()));
        }
        return command.outbox().place().map(wanted -> new BuildsOutbox(wanted.open(clock), wanted.name()));
    }

    private static URI metrics(String text) {
        try {
            var address = URI.create(text);
            if (List.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new BadInput("--edge-metrics is '%s'; write it as http://edge:8081/metrics".formatted(text), e);
        }
        throw new BadInput("--edge-metrics is '%s'; write it as http://edge:8081/metrics".formatted(text));
    }

    private static Path demoPlace(Address address) {
        if (!address.isLoopback()) {
            throw new BadInput("--demo shows its passwords, so it runs on loopback only");
        }
        try {
            return Files.createTempDirectory("gatehouse-demo");
        } catch (IOException e) {
            throw new BadInput("the demo's folder cannot be made (%s)".formatted(e.getMessage()), e);
        }
    }
}
