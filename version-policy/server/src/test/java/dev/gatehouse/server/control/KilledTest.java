package dev.gatehouse.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.policy.document.DocumentCheck;
import dev.gatehouse.policy.edge.answer.CacheTimes;
import dev.gatehouse.policy.edge.answer.DecisionHeads;
import dev.gatehouse.policy.keys.KeyRing;
import dev.gatehouse.policy.keys.SigningKey;
import dev.gatehouse.policy.ledger.LedgerAudit;
import dev.gatehouse.policy.signing.Verifier;
import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.edge.EdgeServer;
import dev.gatehouse.server.edge.EdgeSettings;
import dev.gatehouse.server.edge.EnforceSettings;
import dev.gatehouse.server.edge.source.UpstreamSource;
import dev.gatehouse.server.edge.store.Documents;
import dev.gatehouse.server.http.listen.Address;
import dev.gatehouse.server.http.listen.Limits;
import dev.gatehouse.server.http.listen.Listener;
import dev.gatehouse.server.log.EventLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while many record, and an edge in another process that copies it. */
class KilledTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final int WRITERS = 4;
    private static final int LEAST = 60;

    @TempDir
    private Path folder = Path.of(".");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void nothingThatWasAcknowledgedIsLostAndTheEdgeGoesOn() throws Exception {
        String token;
        try (var before = new House(folder)) {
            before.person("dora", Role.DEVELOPER);
            token = before.token("dora");
        }
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        var asked = new AtomicInteger();
        try (var server = new ServerProcess(folder);
                var edge = edge(server.port)) {
            awaitDocument(edge);
            var writers = new ArrayList<Thread>();
            for (int i = 0; i < WRITERS; i++) {
                var writer = new Thread(() -> propose(server.port, token, asked, acknowledged));
                writer.start();
                writers.add(writer);
            }
            while (acknowledged.size() < LEAST && writers.stream().anyMatch(Thread::isAlive)) {
                assertThat(check(edge)).isEqualTo(200);
            }
            server.kill();
            for (var writer : writers) {
                writer.join();
            }
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(LEAST);
            for (int i = 0; i < 50; i++) {
                assertThat(check(edge)).as("after the server is gone").isEqualTo(200);
            }
        }
        try (var after = new House(folder)) {
            var versions = new ArrayList<String>();
            LedgerAudit.verify(after.ledger, entry -> {
                if (entry.type().equals("candidate.proposed")) {
                    versions.add(entry.payload().path("clientVersion").asText());
                }
            });
            assertThat(versions).containsAll(acknowledged).doesNotHaveDuplicates();
            assertThat(versions.size() - acknowledged.size())
                    .as("recorded, and the answer lost")
                    .isBetween(0, WRITERS);
            assertThat(new Asking(after, token)
                            .post("/api/v1/candidates", Asking.proposal("2.0.0"))
                            .statusCode())
                    .as("it goes on where it was")
                    .isEqualTo(201);
        }
    }

    private void propose(int port, String token, AtomicInteger asked, Set<String> acknowledged) {
        while (true) {
            var version = "1.%d.0".formatted(asked.incrementAndGet());
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/candidates"))
                    .header("authorization", "Bearer " + token)
                    .header("content-type", "application/json")
                    .timeout(Duration.ofSeconds(10))
                    .POST(HttpRequest.BodyPublishers.ofString(Asking.proposal(version)))
                    .build();
            try {
                var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 201) {
                    throw new IllegalStateException(answer.body());
                }
                acknowledged.add(version);
            } catch (IOException killed) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void awaitDocument(EdgeServer edge) throws Exception {
        for (int i = 0; i < 100 && check(edge) != 200; i++) {
            Thread.sleep(50);
        }
    }

    private int check(EdgeServer edge) throws IOException, InterruptedException {
        var address = "http://127.0.0.1:%d/v1/apps/shop/ios/policy".formatted(edge.port());
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private EdgeServer edge(int upstream) {
        var keys = new KeyRing(folder.resolve("keys.p12"), House.PASSPHRASE.toCharArray(), CLOCK, new SecureRandom())
                .valid().stream().map(SigningKey::publicKey).toList();
        var log = new EventLog() {
            @Override
            public void info(String event, Map<String, String> fields) {}

            @Override
            public void alarm(String event, Map<String, String> fields) {}
        };
        var settings = new EdgeSettings(
                new EnforceSettings(false, false, List.of()),
                CacheTimes.DOCUMENT,
                CacheTimes.DECISION,
                Duration.ofDays(1),
                true);
        var documents = new Documents(
                () -> new DocumentCheck(new Verifier(keys)),
                settings.documentTimes(),
                new DecisionHeads(settings.decisionTimes(), settings.retryAfter()),
                log,
                CLOCK);
        var source = new UpstreamSource(
                URI.create("http://127.0.0.1:" + upstream), List.of(), Duration.ofMillis(200), log, new Random(1));
        return new EdgeServer(
                new EdgeServer.Setup(
                        settings,
                        new Listener.Settings(new Address("127.0.0.1", 0), Optional.empty(), false, Limits.USUAL),
                        Optional.empty(),
                        1),
                documents,
                source,
                log,
                CLOCK);
    }
}
