package dev.gatehouse.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.policy.edge.answer.CacheTimes;
import dev.gatehouse.policy.keys.KeyRing;
import dev.gatehouse.policy.keys.SigningKey;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.policy.signing.Signer;
import dev.gatehouse.server.control.access.AccessDesk;
import dev.gatehouse.server.control.access.AccessState;
import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.control.account.BookKeeper;
import dev.gatehouse.server.control.account.Passwords;
import dev.gatehouse.server.control.account.People;
import dev.gatehouse.server.control.account.Proof;
import dev.gatehouse.server.control.account.Scope;
import dev.gatehouse.server.control.account.Seal;
import dev.gatehouse.server.control.account.SecondStep;
import dev.gatehouse.server.control.account.Totp;
import dev.gatehouse.server.control.oidc.OidcSettings;
import dev.gatehouse.server.control.room.RuleBook;
import dev.gatehouse.server.control.vault.FileVault;
import dev.gatehouse.server.control.vault.Vault;
import dev.gatehouse.server.control.web.Proxies;
import dev.gatehouse.server.edge.EdgeSettings;
import dev.gatehouse.server.edge.EnforceSettings;
import dev.gatehouse.server.http.listen.Address;
import dev.gatehouse.server.http.listen.Limits;
import dev.gatehouse.server.http.listen.Listener;
import dev.gatehouse.server.log.EventLog;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A whole server on loopback with people in it, as the command would run one. */
final class House implements AutoCloseable {
    static final String PASSPHRASE = "a long passphrase";
    static final String PASSWORD = "correct horse battery";
    static final String SECRET = "0123456789abcdef0123456789abcdef";
    static final String POLICY = """
            version: 1
            versions:
              supported: 3
              graceDays: 30
              messages: {en: Please update}
              apps:
                shop:
                  ios: {store: "https://store.example/shop", channels: [stable]}
            approvals:
              roles: {release-manager: [anna, paul], security-officer: [carl]}
              require: {release-manager: 1, security-officer: 1}
            release:
              name: shop
              anchor: 2026-01-06
              timeZone: UTC
              weekday: tuesday
              minor: any time
              major: every quarter
            acceptances:
              - {cwe: 79, owner: carl, reason: shows numbers only, expires: %s}
            """;

    final Path folder;
    final LedgerStore ledger;
    final Vault vault;
    final TestQueue outbox = new TestQueue();
    final List<String> alarms = new CopyOnWriteArrayList<>();
    final ControlPlane server;
    final People people;
    private final SecondStep second;
    private final Clock clock;

    House(Path folder) throws IOException {
        this(folder, new FileLedger(folder.resolve("ledger.jsonl")), vault(folder), Clock.systemUTC());
    }

    House(Path folder, LedgerStore ledger, Vault vault, Clock clock) throws IOException {
        this(folder, ledger, vault, clock, Optional.empty(), Proxies.NONE);
    }

    House(Path folder, LedgerStore ledger, Vault vault, Clock clock, Optional<OidcSettings> provider, Proxies proxies)
            throws IOException {
        this.clock = clock;
        this.folder = folder;
        this.ledger = ledger;
        this.vault = vault;
        var policy = folder.resolve("policy.yml");
        if (!Files.exists(policy)) {
            var expires = LocalDate.now(ZoneOffset.UTC).plusDays(20);
            Files.writeString(policy, POLICY.formatted(expires));
        }
        var random = new SecureRandom();
        var keys = new KeyRing(folder.resolve("keys.p12"), PASSPHRASE.toCharArray(), clock, random);
        if (!Files.exists(folder.resolve("keys.p12"))) {
            keys.generate();
        }
        var seal = new Seal(SECRET.getBytes(StandardCharsets.UTF_8), random);
        var keeper = new BookKeeper(vault);
        people = new People(keeper, new Passwords(random), random, clock);
        second = new SecondStep(keeper, seal, random, clock);
        var log = log();
        server = new ControlPlane(
                new ControlPlane.Setup(
                        new EdgeSettings(
                                new EnforceSettings(false, false, List.of()),
                                new CacheTimes(Duration.ofMinutes(5), Duration.ZERO, Duration.ZERO),
                                CacheTimes.DECISION,
                                Duration.ofDays(1),
                                true),
                        new Listener.Settings(new Address("127.0.0.1", 0), Optional.empty(), false, Limits.USUAL),
                        Optional.of(new Listener.Settings(
                                new Address("127.0.0.1", 0), Optional.empty(), false, Limits.USUAL)),
                        2,
                        Duration.ofDays(183),
                        provider,
                        proxies,
                        List.of()),
                new ControlPlane.Parts(
                        ledger,
                        vault,
                        new RuleBook(policy, null, clock, log),
                        () -> new Signer(keys.valid()),
                        () -> keys.valid().stream().map(SigningKey::publicKey).toList(),
                        Optional.of(outbox),
                        seal,
                        random),
                log,
                clock);
    }

    static Vault vault(Path folder) throws IOException {
        return new FileVault(Files.createDirectories(folder.resolve("vault")));
    }

    /** Somebody with a role, and the secret of their authenticator. */
    byte[] person(String name, Role... roles) {
        people.accept(people.inviteAs(name, name + " of the tests"), name, name, new Proof.Password(PASSWORD));
        var sealed = second.propose(name);
        var secret = second.secret(name, sealed);
        // the code of the step before, so that the one of now is still to be used
        second.set(name, sealed, Totp.code(secret, Totp.step(clock.millis() / 1000) - 1));
        for (var role : roles) {
            grant(name, role);
        }
        return secret;
    }

    void grant(String name, Role role) {
        var wish =
                new AccessDesk.Wish(name, role, "for the test", clock.instant().plus(Duration.ofDays(1)), false);
        new Ledger<>(ledger, clock, AccessState::new, AccessState::accept)
                .decide((state, now) -> AccessDesk.grant(wish, "olaf", now));
    }

    /** A token of everything that its owner may do. */
    String token(String name, Scope... scopes) {
        var wanted = scopes.length == 0 ? EnumSet.allOf(Scope.class) : EnumSet.copyOf(List.of(scopes));
        return people.token(name, "test", wanted, Duration.ofDays(1)).secret();
    }

    String codeOf(byte[] secret) {
        return Totp.code(secret, Totp.step(clock.millis() / 1000));
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** Waits until an alarm begins so: they come behind the answer. */
    void awaitAlarm(String beginning) {
        for (int i = 0; i < 100 && alarms.stream().noneMatch(alarm -> alarm.startsWith(beginning)); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        assertThat(alarms).anyMatch(alarm -> alarm.startsWith(beginning));
    }

    @Override
    public void close() {
        server.close();
    }

    private EventLog log() {
        return new EventLog() {
            @Override
            public void info(String event, Map<String, String> fields) {}

            @Override
            public void alarm(String event, Map<String, String> fields) {
                alarms.add(event + " " + new TreeMap<>(fields));
            }
        };
    }
}
