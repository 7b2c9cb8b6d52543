package dev.gatehouse.server.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.client.FileStorage;
import dev.gatehouse.client.NotBelieved;
import dev.gatehouse.client.Status;
import dev.gatehouse.client.VersionGate;
import dev.gatehouse.client.WhenUnknown;
import dev.gatehouse.policy.keys.PublicKeys;
import dev.gatehouse.server.edge.source.FolderSource;
import dev.gatehouse.server.http.listen.Address;
import dev.gatehouse.server.http.listen.Limits;
import dev.gatehouse.server.http.listen.Listener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client libraries of {@code samples/clients} against a real edge, and against a server that lies. */
class ClientLibrariesTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Path SAMPLES = Path.of("../../samples/clients/typescript");

    @TempDir
    private Path folder = Path.of(".");

    private Signing signing;
    private EdgeServer edge;
    private HttpServer liar;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        signing = new Signing();
        var now = Instant.now();
        var document = folder.resolve("edge/shop/ios/stable.json");
        Files.createDirectories(folder.resolve("edge/shop/ios"));
        Files.write(document, signing.sign(withGrace(signing.shop(5, now))));
        edge = edge();
        liar = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var expired = signing.sign(signing.shop(6, now.minus(Duration.ofDays(30))));
        var whole = signing.sign(signing.shop(7, now));
        lie("forged", new Signing().sign(signing.shop(8, now)));
        lie("old", signing.sign(signing.shop(4, now)));
        lie("expired", expired);
        lie("truncated", Arrays.copyOf(whole, whole.length / 2));
        lie("other", signing.sign(signing.shop(9, now).put("app", "desk")));
        liar.start();
    }

    @AfterEach
    void stop() {
        edge.close();
        liar.stop(0);
    }

    @Test
    void javaBelievesTheEdgeAndSaysEachOfTheFiveStatuses() throws Exception {
        var gate = gate(good(), CLOCK, WhenUnknown.FAIL_CLOSED);
        assertThat(gate.decide("4.3.0", Locale.ENGLISH).mayRun()).isFalse();
        gate.refresh();
        var expected = Map.of(
                "4.3.0", Status.CURRENT,
                "4.2.0", Status.SUPPORTED,
                "4.1.0", Status.UPDATE_RECOMMENDED,
                "4.3.0-rc.1", Status.UPDATE_RECOMMENDED,
                "4.0.9", Status.UPDATE_REQUIRED,
                "4.1.5 (3)", Status.BLOCKED);
        expected.forEach((version, status) -> assertThat(
                        gate.decide(version, Locale.ENGLISH).status())
                .as(version)
                .isEqualTo(status));
        assertThat(gate.decide("4.0.9", Locale.GERMANY).message()).isEqualTo("Bitte aktualisieren");
    }

    @Test
    void javaRefusesWhatIsForgedOldExpiredTruncatedOrOfAnotherAppAndGoesOnWithWhatItHad() throws Exception {
        gate(good(), CLOCK, WhenUnknown.FAIL_OPEN).refresh();
        var lies = Map.of(
                "forged", NotBelieved.Reason.FORGED,
                "old", NotBelieved.Reason.OLDER,
                "expired", NotBelieved.Reason.EXPIRED,
                "truncated", NotBelieved.Reason.UNREADABLE,
                "other", NotBelieved.Reason.OTHER_APP);
        for (var lie : lies.entrySet()) {
            var misled = gate(bad(lie.getKey()), CLOCK, WhenUnknown.FAIL_OPEN);
            assertThatThrownBy(misled::refresh)
                    .isInstanceOfSatisfying(
                            NotBelieved.class, no -> assertThat(no.reason()).isEqualTo(lie.getValue()));
            assertThat(misled.decide("4.0.9", Locale.ENGLISH).status()).isEqualTo(Status.UPDATE_REQUIRED);
        }
    }

    @Test
    void javaDecidesOfflineUntilTheGraceIsOverAndThenAsTheAppChose() throws Exception {
        gate(good(), CLOCK, WhenUnknown.FAIL_CLOSED).refresh();
        var inGrace = gate(good(), Clock.offset(CLOCK, Duration.ofDays(10)), WhenUnknown.FAIL_CLOSED);
        assertThat(inGrace.decide("4.3.0", Locale.ENGLISH).mayRun()).isTrue();
        assertThat(inGrace.decide("4.3.0", Locale.ENGLISH).isOffline()).isTrue();
        var after = Clock.offset(CLOCK, Duration.ofDays(15));
        assertThat(gate(good(), after, WhenUnknown.FAIL_CLOSED)
                        .decide("4.3.0", Locale.ENGLISH)
                        .mayRun())
                .isFalse();
        assertThat(gate(good(), after, WhenUnknown.FAIL_OPEN)
                        .decide("4.3.0", Locale.ENGLISH)
                        .mayRun())
                .isTrue();
    }

    @Test
    void typeScriptDoesTheSame() throws Exception {
        for (var tool : List.of("/usr/bin/node", "/usr/bin/tsc")) {
            assertThat(Path.of(tool))
                    .as("the TypeScript client needs Debian's nodejs and node-typescript: install what README names")
                    .isExecutable();
        }
        run(Map.of(), "tsc", "-p", ".");
        var keys = PublicKeys.pem(signing.publicKey());
        var said = run(
                Map.of(
                        "GOOD",
                        good().toString(),
                        "BAD",
                        "http://127.0.0.1:" + liar.getAddress().getPort(),
                        "KEYS",
                        keys),
                "node",
                "test/against-an-edge.mjs");
        assertThat(said).contains("all as it should be");
    }

    private static String run(Map<String, String> environment, String... command) throws Exception {
        var builder = new ProcessBuilder(command).directory(SAMPLES.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private VersionGate gate(URI edge, Clock clock, WhenUnknown whenUnknown) throws IOException {
        return new VersionGate(
                edge.toURL(),
                "shop",
                "ios",
                "stable",
                PublicKeys.pem(signing.publicKey()),
                new FileStorage(folder.resolve("last-good").toFile()),
                whenUnknown,
                clock);
    }

    private URI good() {
        return URI.create("http://127.0.0.1:" + edge.port());
    }

    private URI bad(String lie) {
        return URI.create("http://127.0.0.1:%d/%s".formatted(liar.getAddress().getPort(), lie));
    }

    private void lie(String name, byte[] document) {
        liar.createContext("/" + name, exchange -> {
            exchange.sendResponseHeaders(200, document.length);
            exchange.getResponseBody().write(document);
            exchange.close();
        });
    }

    private static ObjectNode withGrace(ObjectNode document) {
        return document.put("offlineGrace", "P14D");
    }

    private EdgeServer edge() {
        var log = new RecordedLog();
        var listen = new Listener.Settings(new Address("127.0.0.1", 0), Optional.empty(), false, Limits.USUAL);
        return new EdgeServer(
                new EdgeServer.Setup(Signing.settings(false, false), listen, Optional.empty(), 1),
                signing.documents(CLOCK, log),
                new FolderSource(folder.resolve("edge"), Duration.ofSeconds(5), log),
                log,
                CLOCK);
    }
}
