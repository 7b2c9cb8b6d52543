package dev.gatehouse.cli.serve;

import dev.gatehouse.cli.edge.EdgeParts;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.ledger.postgres.PostgresAddress;
import dev.gatehouse.ledger.postgres.PostgresDocuments;
import dev.gatehouse.ledger.postgres.PostgresLedger;
import dev.gatehouse.policy.keys.SigningKey;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.policy.signing.Signer;
import dev.gatehouse.server.control.ControlPlane;
import dev.gatehouse.server.control.account.Seal;
import dev.gatehouse.server.control.demo.Demo;
import dev.gatehouse.server.control.room.RuleBook;
import dev.gatehouse.server.control.vault.FileVault;
import dev.gatehouse.server.control.vault.Vault;
import dev.gatehouse.server.http.listen.Address;
import dev.gatehouse.server.log.AlertingLog;
import dev.gatehouse.server.log.EventLog;
import dev.gatehouse.server.log.JsonLines;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wires a server together from the command's options. */
final class RunningServer {
    private final ControlPlane server;
    private final List<String> sentences = new ArrayList<>();

    RunningServer(ServeCommand command) {
        var clock = Clock.systemUTC();
        var random = new SecureRandom();
        var open = EdgeParts.open(command.listen());
        var operators = EdgeParts.operators(command.listen());
        var log = log(command.hook(), clock);
        var place = command.demo() ? demoPlace(open.address()) : command.data();
        var data = new DataFolder(place, random, clock);
        var keys = data.keys();
        var secret = new Seal(data.secret(), random);
        var stores = stores(command, data);
        var policy = command.demo()
                ? place.resolve(GatehouseFile.NAME)
                : command.policy().wanted(Path.of(""));
        var demo = command.demo() ? new Demo(stores.ledger(), stores.vault(), secret, random, clock).fill(policy) : "";
        var rules =
                new RuleBook(policy, command.demo() ? null : command.policy().floorPath(), clock, log);
        server = new ControlPlane(
                new ControlPlane.Setup(
                        EdgeParts.settings(command.enforce(), command.cache(), command.index()),
                        open,
                        operators,
                        EdgeParts.loops(command.listen())),
                new ControlPlane.Parts(
                        stores.ledger(),
                        stores.vault(),
                        rules,
                        () -> new Signer(keys.valid()),
                        () -> keys.valid().stream().map(SigningKey::publicKey).toList(),
                        secret,
                        random),
                log,
                clock);
        var address = EdgeParts.address(open, server.port());
        sentences.add("serve: %s, ledger %s%s"
                .formatted(
                        address,
                        stores.ledger().name(),
                        operators.isPresent() ? ", operators at port " + server.operatorsPort() : ""));
        if (!demo.isEmpty()) {
            sentences.add(demo);
        }
        server.firstCode()
                .ifPresent(
                        code -> sentences.add("there is no administrator yet: open %s/welcome?code=%s within three days"
                                .formatted(address, code)));
    }

    /** What runs and where, for the person who started it. */
    List<String> sentences() {
        return sentences;
    }

    /** Ends what is under way, and returns when that is done. */
    void stop() {
        server.close();
    }

    private record Stores(LedgerStore ledger, Vault vault) {}

    private static Stores stores(ServeCommand command, DataFolder data) {
        var database = command.database();
        if (database == null || command.demo()) {
            return new Stores(new FileLedger(data.ledger()), new FileVault(data.vault()));
        }
        if (!PostgresAddress.isOne(database)) {
            throw new BadInput("--database is no address such as jdbc:postgresql://host/database?user=name");
        }
        var address = PostgresAddress.parse(database);
        var source = address.dataSource(System.getenv("GATEHOUSE_LEDGER_PASSWORD"));
        return new Stores(
                new PostgresLedger(source, address.toString()),
                new DatabaseVault(new PostgresDocuments(source, address.toString())));
    }

    private static EventLog log(@Nullable Path hook, Clock clock) {
        var lines = new JsonLines(System.err, clock);
        if (hook == null) {
            return lines;
        }
        try {
            var address = URI.create(Files.readString(hook).strip());
            if (!List.of("http", "https").contains(String.valueOf(address.getScheme())) || address.getHost() == null) {
                throw new BadInput("%s: holds no address such as https://alerts.example/hook".formatted(hook));
            }
            return new AlertingLog(lines, address, clock);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput("%s: holds no address such as https://alerts.example/hook".formatted(hook), e);
        }
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
