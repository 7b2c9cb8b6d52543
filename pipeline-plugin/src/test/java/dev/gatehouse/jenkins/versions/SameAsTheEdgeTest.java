package dev.gatehouse.jenkins.versions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.jenkins.release.TrackPolicies;
import dev.gatehouse.policy.document.DocumentCheck;
import dev.gatehouse.policy.edge.AppPages;
import dev.gatehouse.policy.edge.answer.CacheTimes;
import dev.gatehouse.policy.edge.answer.DecisionHeads;
import dev.gatehouse.policy.edge.http.Asked;
import dev.gatehouse.policy.keys.KeyRing;
import dev.gatehouse.policy.keys.SigningKey;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.policy.release.Artifact;
import dev.gatehouse.policy.release.Candidate;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.release.ReleaseDesk;
import dev.gatehouse.policy.release.ReleaseRules;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.policy.release.ScanResult;
import dev.gatehouse.policy.signing.Verifier;
import dev.gatehouse.policy.support.SupportPolicy;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import dev.gatehouse.server.edge.EdgeSettings;
import dev.gatehouse.server.edge.EdgeSite;
import dev.gatehouse.server.edge.EnforceSettings;
import dev.gatehouse.server.edge.store.Documents;
import dev.gatehouse.server.edge.store.Outcome;
import dev.gatehouse.server.log.EventLog;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plugin's endpoint beside the edge, given the same signed document: status, fields and content, byte for byte. */
final class SameAsTheEdgeTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Track TRACK = new Track("shop", "ios", "stable");
    private static final String POLICY = """
            version: 1
            versions:
              supported: 2
              messages: {en: Please update, de: Bitte aktualisieren}
              apps:
                shop:
                  ios: {store: "https://store.example/shop", channels: [stable, beta]}
            approvals:
              roles: {product: [ada]}
              require: {product: 1}
            """;

    @TempDir
    private Path folder = Path.of("");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private AppPages plugin;
    private SignedTracks tracks;
    private EdgeSite edge;

    /** A request: what follows the endpoint's root, with the fields that answers depend on. */
    record Asks(String method, String rest, Map<String, String> fields) {}

    /** What came back, as it stands on the wire. */
    record Told(int status, List<String> fields, int length, String content) {}

    @BeforeEach
    void publishTwoVersions() throws IOException {
        var file = folder.resolve("ledger.log");
        var store = new FileLedger(file);
        publish(store, "1.0.0");
        publish(store, "1.1.0");
        publish(store, "1.2.0");
        var policies = new TrackPolicies(folder.resolve("policies"));
        policies.put(TRACK, POLICY);
        var ring =
                new KeyRing(folder.resolve("keys.p12"), "a long passphrase".toCharArray(), clock, new SecureRandom());
        ring.generate();
        tracks = new SignedTracks(store, policies, SameAsTheEdgeTest::support, () -> ring, clock);
        plugin = new AppPages(tracks, clock);
        var documents = new Documents(
                () -> new DocumentCheck(new Verifier(
                        ring.valid().stream().map(SigningKey::publicKey).toList())),
                CacheTimes.DOCUMENT,
                new DecisionHeads(CacheTimes.DECISION, Duration.ofDays(1)),
                new Silent(),
                clock);
        assertThat(documents.offer(TRACK, envelope(), "the plugin")).isEqualTo(Outcome.TAKEN);
        edge = new EdgeSite(
                documents,
                new EdgeSettings(
                        new EnforceSettings(false, false, List.of()),
                        CacheTimes.DOCUMENT,
                        CacheTimes.DECISION,
                        Duration.ofDays(1),
                        false),
                clock);
    }

    static List<Asks> requests() {
        var all = new ArrayList<Asks>();
        var policy = "shop/ios/policy";
        var check = "shop/ios/check?version=";
        for (var method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "get", "TRACE")) {
            all.add(new Asks(method, policy, Map.of()));
            all.add(new Asks(method, check + "1.1.0", Map.of()));
        }
        for (var version : List.of(
                "1.2.0",
                "1.1",
                "1.0.0",
                "0.9",
                "2.0.0-rc.1",
                "1.2.0.77",
                "1.2.0%20(77)",
                "1.2.0+(77)",
                "",
                "abc",
                "1",
                "1.2.0%00",
                "%31.2.0",
                "1.2.0&version=9",
                "-1",
                "9".repeat(5000),
                "1.2.0%",
                "%C3%28")) {
            all.add(new Asks("GET", check + version, Map.of()));
        }
        for (var rest : List.of(
                "",
                "shop",
                "shop/ios",
                "shop/ios/",
                "shop/ios/policy/",
                "shop/ios/enforce",
                "shop/ios/check",
                "shop/android/policy",
                "shop/ios/policy?channel=beta",
                "shop/ios/policy?channel=",
                "shop/ios/policy?channel=..%2F",
                "SHOP/ios/policy",
                "shop%2Fios/policy",
                "shop/ios%2Fpolicy",
                "sho%70/ios/policy",
                "../shop/ios/policy",
                "shop/../shop/ios/policy",
                "shop/ios/./policy",
                "%2e%2e/shop/ios/policy",
                "shop/ios/..%2f..%2fsecrets/policy",
                "shop;a=b/ios/policy",
                "//shop/ios/policy",
                "shop/ios/%zz",
                "shop/ios/%",
                "shop/ios/%ff%fe",
                "shop/ios/policy?%zz",
                "a".repeat(100_000) + "/ios/policy",
                "shop/ios/policy?channel=" + "b".repeat(100_000),
                "shop/ios/policy?version=%3Cscript%3E")) {
            all.add(new Asks("GET", rest, Map.of()));
            all.add(new Asks("HEAD", rest, Map.of()));
        }
        for (var fields : List.of(
                Map.of("accept-encoding", "gzip"),
                Map.of("accept-encoding", "gzip;q=0"),
                Map.of("accept-encoding", "br, *;q=0.1"),
                Map.of("if-none-match", "*"),
                Map.of("if-none-match", "\"nothing\""),
                Map.of("x-app-version", "1.1.0"),
                Map.of("x-app-version", "\r\nx: y"),
                Map.of("accept-language", "de-AT, en;q=0.5"),
                Map.of("accept-language", "x".repeat(10_000)))) {
            all.add(new Asks("GET", policy, fields));
            all.add(new Asks("HEAD", policy, fields));
            all.add(new Asks("GET", check + "1.0.0", fields));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theAnswersAreTheSame(Asks asks) throws IOException {
        assertThat(byPlugin(asks)).isEqualTo(byEdge(asks));
    }

    @Test
    void theTableHasEveryKindOfAnswer() throws IOException {
        var statuses = new java.util.TreeSet<Integer>();
        for (var asks : requests()) {
            statuses.add(byPlugin(asks).status());
        }
        assertThat(statuses).contains(200, 304, 400, 404, 405);
        assertThat(byPlugin(new Asks("GET", "shop/ios/check?version=1.0.0", Map.of()))
                        .content())
                .contains("update-recommended");
    }

    @Test
    void whoHasTheDocumentIsToldSoAndGetsNothing() throws IOException {
        var first = byPlugin(new Asks("GET", "shop/ios/policy", Map.of()));
        var tag = first.fields().stream()
                .filter(field -> field.startsWith("etag: "))
                .map(field -> field.substring(6))
                .findFirst()
                .orElseThrow();
        var again = new Asks("GET", "shop/ios/policy", Map.of("if-none-match", tag));

        assertThat(byPlugin(again).status()).isEqualTo(304);
        assertThat(byPlugin(again).content()).isEmpty();
        assertThat(byPlugin(again)).isEqualTo(byEdge(again));
    }

    @Test
    void aTrackThatWasNeverPublishedHereIsUnknown() throws IOException {
        assertThat(byPlugin(new Asks("GET", "shop/ios/policy?channel=beta", Map.of()))
                        .status())
                .as("declared by the same policy, but a track of its own")
                .isEqualTo(404);
        assertThat(tracks.failure()).isEmpty();
    }

    private Told byPlugin(Asks asks) throws IOException {
        var path = asks.rest().split("\\?", 2);
        var exchange = new ServletExchange(
                asks.method(),
                "/jenkins",
                "/jenkins/app-versions/" + path[0],
                path.length > 1 ? path[1] : null,
                asks.fields());
        var asked = ServletAsked.below("/jenkins/app-versions", exchange.request());
        AppVersions.send(AppVersions.answer(plugin, asked), exchange.response());
        return new Told(exchange.status(), exchange.fields(), exchange.length(), exchange.content());
    }

    private Told byEdge(Asks asks) {
        var answer = edge.answer(new Asked() {
            @Override
            public String method() {
                return asks.method();
            }

            @Override
            public String target() {
                return "/v1/apps/" + asks.rest();
            }

            @Override
            public @Nullable String header(String name) {
                return asks.fields().get(name);
            }
        });
        var fields = new ArrayList<String>();
        answer.head().forEach((name, value) -> fields.add(name + ": " + value));
        return new Told(
                answer.status(),
                fields,
                answer.tellsLength() ? answer.contentLength() : -1,
                new String(answer.content(), java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    private byte[] envelope() {
        return tracks.find("shop", "ios", "stable")
                .orElseThrow()
                .prepared()
                .envelope()
                .answer(null, null)
                .content();
    }

    private void publish(FileLedger store, String version) {
        var rules = ReleaseRules.read(GatehouseFile.parse("policy", Path.of(""), POLICY), null);
        var ledger = new Ledger<>(store, clock, ReleaseState::new, ReleaseState::accept);
        var desk = new ReleaseDesk(rules);
        var wanted = ClientVersion.parse(version);
        var candidate = new Candidate(
                TRACK,
                wanted,
                List.of(new Artifact("shop.ipa", "0".repeat(64))),
                "1".repeat(40),
                List.of("grace@example.org"),
                new ScanResult("passed", "1".repeat(40), "2".repeat(64)));
        ledger.decide((state, now) -> desk.decide(state, new Command.Propose(candidate), "eve", now));
        ledger.decide((state, now) -> desk.decide(state, new Command.Approve(TRACK, wanted, "product"), "ada", now));
        ledger.decide((state, now) ->
                desk.decide(state, new Command.Publish(TRACK, wanted, List.of(), null, "", ""), "eve", now));
    }

    private static SupportPolicy support(String policy) {
        return SupportPolicy.read(
                GatehouseFile.parse("policy", Path.of(""), policy).keys(), null);
    }

    private static final class Silent implements EventLog {
        @Override
        public void info(String event, Map<String, String> fields) {}

        @Override
        public void alarm(String event, Map<String, String> fields) {
            throw new AssertionError(event + " " + fields);
        }
    }
}
