package dev.gatehouse.scanners.vulndb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.scanners.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching from a server on loopback that behaves as the NVD and its mirrors are documented to. */
class FetchTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2004-06-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server = onLoopback();
    private int failures;

    private static HttpServer onLoopback() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void serveFiles(Path directory) {
        server.createContext("/", exchange -> {
            var range = exchange.getRequestHeaders().getFirst("Range");
            requests.add(exchange.getRequestURI().getPath() + (range == null ? "" : " " + range));
            var file = directory.resolve(exchange.getRequestURI().getPath().substring(1));
            if (!Files.exists(file)) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                var bytes = Files.readAllBytes(file);
                var tag = "\"" + Digests.sha256(file).substring(0, 8) + "\"";
                exchange.getResponseHeaders().set("ETag", tag);
                if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                    exchange.sendResponseHeaders(304, -1);
                } else if (range != null
                        && tag.equals(exchange.getRequestHeaders().getFirst("If-Range"))) {
                    int from = Integer.parseInt(range.replaceAll("\\D", ""));
                    exchange.sendResponseHeaders(206, bytes.length - from);
                    exchange.getResponseBody().write(bytes, from, bytes.length - from);
                } else if (failures-- > 0) {
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
                } else {
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                }
            }
            exchange.close();
        });
    }

    private FeedMirror mirror() {
        return new FeedMirror(
                address("/"), folder.resolve("downloads"), NOW, new Download(HttpClient.newHttpClient(), time -> {}));
    }

    @Test
    void aMirrorIsFetchedAndWhatItLacksIsTold() throws IOException {
        var source = folder.resolve("source");
        Feeds.file(source, "nvdcve-2.0-2002.json.gz", Feeds.record("CVE-2002-0001", "a:b"));
        Feeds.file(source, "nvdcve-2.0-2004.json.gz", Feeds.record("CVE-2004-0001", "a:b"));
        Feeds.file(source, "nvdcve-2.0-modified.json.gz", Feeds.record("CVE-2004-0002", "a:b"));
        serveFiles(source);

        var told = mirror().provide(Files.createDirectories(folder.resolve("feed")), Progress.SILENT);

        assertThat(told.note()).isEqualTo("The mirror has no file for 2003.");
        assertThat(Feed.in(folder.resolve("feed")).files()).hasSize(3);
    }

    @Test
    void aDownloadThatBreaksOffGoesOnAndAnUnchangedFileIsNotFetchedAgain() throws IOException {
        var source = folder.resolve("source");
        var file = Feeds.file(source, "nvdcve-2.0-2004.json.gz", Feeds.record("CVE-2004-0001", "a:b"));
        serveFiles(source);
        failures = 1;
        var download = new Download(HttpClient.newHttpClient(), time -> {});
        var target = folder.resolve("target.json.gz");

        assertThat(download.fetch(address("/nvdcve-2.0-2004.json.gz"), target)).isTrue();
        assertThat(Files.readAllBytes(target)).isEqualTo(Files.readAllBytes(file));
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1)).contains("bytes=" + Files.size(file) / 2 + "-");
        assertThat(download.fetch(address("/nvdcve-2.0-2004.json.gz"), target)).isTrue();
        assertThat(Files.readAllBytes(target)).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void anAddressThatIsNoMirrorIsTold() {
        serveFiles(folder);

        assertThatThrownBy(() -> mirror().provide(folder.resolve("feed"), Progress.SILENT))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is it the address of a mirror?");
    }

    private NvdApi api() {
        return new NvdApi(
                address("/rest"),
                "secret-key",
                folder.resolve("downloads"),
                NOW,
                HttpClient.newHttpClient(),
                time -> {});
    }

    private void serveApi(int total) {
        server.createContext("/rest", exchange -> {
            requests.add(exchange.getRequestURI().getQuery());
            var start = Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll(".*startIndex=(\\d+).*", "$1"));
            if (!"secret-key".equals(exchange.getRequestHeaders().getFirst("apiKey"))) {
                exchange.sendResponseHeaders(404, -1);
            } else if (start > 0 && failures-- > 0) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                answer(
                        exchange,
                        "{\"totalResults\": %d, \"vulnerabilities\": [%s]}"
                                .formatted(total, Feeds.record("CVE-2004-%04d".formatted(start), "a:b")));
            }
            exchange.close();
        });
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Test
    void theApiIsAskedPageByPageAndAnUpdateThatBrokeOffGoesOn() throws IOException {
        serveApi(4100);
        failures = 6;

        assertThatThrownBy(() -> api().provide(folder.resolve("feed"), Progress.SILENT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("goes on where it stopped");
        requests.clear();
        api().provide(Files.createDirectories(folder.resolve("feed")), Progress.SILENT);

        assertThat(requests).hasSize(2).noneMatch(query -> query.contains("startIndex=0"));
        assertThat(Feed.in(folder.resolve("feed")).files()).hasSize(3);
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("secret-key");
            }
        }
    }

    @Test
    void theSecondUpdateAsksForChangesOnly() throws IOException {
        serveApi(1);
        api().provide(Files.createDirectories(folder.resolve("one")), Progress.SILENT);
        requests.clear();
        var later = Clock.fixed(Instant.parse("2004-06-11T00:00:00Z"), ZoneOffset.UTC);
        new NvdApi(
                        address("/rest"),
                        "secret-key",
                        folder.resolve("downloads"),
                        later,
                        HttpClient.newHttpClient(),
                        time -> {})
                .provide(Files.createDirectories(folder.resolve("two")), Progress.SILENT);

        assertThat(requests)
                .singleElement()
                .asString()
                .contains("lastModStartDate=2004-06-01T00:00:00Z", "lastModEndDate=2004-06-11T00:00:00Z");
        assertThat(Feed.in(folder.resolve("two")).files()).hasSize(2);
    }
}
