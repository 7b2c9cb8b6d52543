package dev.gatehouse.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.edge.source.FolderSource;
import dev.gatehouse.server.edge.source.UpstreamSource;
import dev.gatehouse.server.http.listen.Address;
import dev.gatehouse.server.http.listen.Limits;
import dev.gatehouse.server.http.listen.Listener;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real edge on loopback: folder, another edge, and nginx in front of it. */
class EdgeServerTest {
    private static final Clock CLOCK = Clock.systemUTC();

    private final HttpClient client = HttpClient.newHttpClient();
    private final RecordedLog log = new RecordedLog();

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void aFolderIsFollowedAndABadFileLeavesTheLastGoodOne() throws Exception {
        var signing = new Signing();
        var now = Instant.now();
        write(signing.sign(signing.shop(5, now)));
        try (var edge = edge(signing)) {
            var first = get(edge.port(), "/v1/apps/shop/ios/policy");
            assertThat(first.statusCode()).isEqualTo(200);

            write(signing.sign(signing.shop(6, now)));
            await(() -> !tag(edge).equals(first.headers().firstValue("etag").orElse("")));

            var second = tag(edge);
            Files.writeString(file(), "{\"payload\":");
            await(() -> log.alarms.contains("document.refused not-trusted"));
            assertThat(tag(edge)).isEqualTo(second);
            assertThat(get(edge.operatorsPort(), "/metrics").body())
                    .contains("gatehouse_edge_documents_refused_total{reason=\"not-trusted\"} 1");
            assertThat(get(edge.operatorsPort(), "/ready").statusCode()).isEqualTo(200);
            assertThat(get(edge.port(), "/metrics").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void anEdgeCopiesAnotherEdge() throws Exception {
        var signing = new Signing();
        write(signing.sign(signing.shop(5, Instant.now())));
        try (var first = edge(signing)) {
            var upstream = new UpstreamSource(
                    URI.create("http://127.0.0.1:" + first.port()),
                    List.of(),
                    Duration.ofMillis(100),
                    log,
                    new Random(1));
            try (var second = edge(signing, upstream)) {
                await(() -> tag(second).equals(tag(first)) && !tag(second).isEmpty());
            }
        }
    }

    @Test
    void tlsCarriesBothVersionsOfHttpAndTakesANewCertificate() throws Exception {
        var signing = new Signing();
        write(signing.sign(signing.shop(5, Instant.now())));
        var first = TestCertificate.write(folder, "first");
        var listen =
                new Listener.Settings(new Address("127.0.0.1", 0), Optional.of(first.files()), false, Limits.USUAL);
        try (var edge = edge(signing, new FolderSource(folder, Duration.ofSeconds(1), log), listen)) {
            for (var version : HttpClient.Version.values()) {
                var answer = first.client(version)
                        .send(
                                HttpRequest.newBuilder(URI.create(
                                                "https://localhost:" + edge.port() + "/v1/apps/shop/ios/policy"))
                                        .timeout(Duration.ofSeconds(10))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.version()).isEqualTo(version);
            }
            var second = TestCertificate.write(folder, "second");
            second.replace(first);
            await(() -> second.isServedAt(edge.port()));
        }
    }

    @Test
    @SuppressWarnings("try") // the edge is stopped early on purpose
    void aRealNginxTurnsAwayAnOldClientWith426() throws Exception {
        var nginx = Path.of("/usr/sbin/nginx");
        assertThat(nginx)
                .as("gateways are tried with Debian's nginx-light: install what README names")
                .isExecutable();
        var signing = new Signing();
        write(signing.sign(signing.shop(5, Instant.now())));
        try (var edge = edge(signing)) {
            int port = freePort();
            var prefix = Files.createDirectory(folder.resolve("nginx"));
            Files.writeString(prefix.resolve("nginx.conf"), configuration(prefix, port, edge.port()));
            var process = new ProcessBuilder(
                            nginx.toString(),
                            "-p",
                            prefix.toString(),
                            "-c",
                            prefix.resolve("nginx.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(prefix.resolve("out.txt").toFile())
                    .start();
            try {
                await(() -> status(port, "4.2.0") == 200);
                var refused = from(port, "4.0.0", "POST");
                assertThat(refused.statusCode()).isEqualTo(426);
                assertThat(refused.body()).contains("\"minimum\":\"4.1.0\"");
                assertThat(refused.headers().firstValue("retry-after")).contains("86400");
                assertThat(status(port, "4.1.5")).isEqualTo(426);
                edge.close();
                assertThat(status(port, "4.0.0")).as("the edge is away").isEqualTo(200);
            } finally {
                process.destroy();
                assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    private static String configuration(Path prefix, int port, int edge) {
        var include =
                Path.of("../../samples/nginx/gatehouse.conf").toAbsolutePath().normalize();
        return """
                daemon off; worker_processes 1; pid PREFIX/nginx.pid; error_log PREFIX/error.log;
                events { worker_connections 64; }
                http {
                  access_log off;
                  client_body_temp_path PREFIX/a; proxy_temp_path PREFIX/b; fastcgi_temp_path PREFIX/c;
                  uwsgi_temp_path PREFIX/d; scgi_temp_path PREFIX/e;
                  upstream gatehouse_edge { server 127.0.0.1:EDGE; keepalive 16; }
                  server {
                    listen 127.0.0.1:PORT;
                    location /api/ {
                      auth_request /_gatehouse;
                      error_page 403 = @too_old;
                      try_files /nothing @application;
                    }
                    location @application { return 200 "hello"; }
                    include INCLUDE;
                  }
                }
                """.replace("PREFIX", prefix.toString())
                .replace("EDGE", String.valueOf(edge))
                .replace("PORT", String.valueOf(port))
                .replace("INCLUDE", include.toString());
    }

    private int status(int port, String version) {
        try {
            return from(port, version, "GET").statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private HttpResponse<String> from(int port, String version, String method) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/orders"))
                .header("X-App-Id", "shop")
                .header("X-App-Platform", "ios")
                .header("X-App-Version", version)
                .timeout(Duration.ofSeconds(10))
                .method(
                        method,
                        method.equals("POST")
                                ? HttpRequest.BodyPublishers.ofString("order")
                                : HttpRequest.BodyPublishers.noBody())
                .build();
        return send(request);
    }

    private HttpResponse<String> get(int port, String path) throws IOException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    private String tag(EdgeServer edge) {
        try {
            return get(edge.port(), "/v1/apps/shop/ios/policy")
                    .headers()
                    .firstValue("etag")
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private EdgeServer edge(Signing signing) throws GeneralSecurityException {
        return edge(signing, new FolderSource(folder, Duration.ofSeconds(1), log));
    }

    private EdgeServer edge(Signing signing, dev.gatehouse.server.edge.source.DocumentSource source) {
        return edge(
                signing,
                source,
                new Listener.Settings(new Address("127.0.0.1", 0), Optional.empty(), false, Limits.USUAL));
    }

    private EdgeServer edge(
            Signing signing, dev.gatehouse.server.edge.source.DocumentSource source, Listener.Settings listen) {
        return new EdgeServer(
                new EdgeServer.Setup(Signing.settings(false, false), listen, Optional.of(listen), 2),
                signing.documents(CLOCK, log),
                source,
                log,
                CLOCK);
    }

    private Path file() {
        return folder.resolve("shop/ios/stable.json");
    }

    private void write(byte[] envelope) throws IOException {
        Files.createDirectories(file().getParent());
        var temporary = folder.resolve("new");
        Files.write(temporary, envelope);
        Files.move(temporary, file(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 200 && !condition.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
