package dev.gatehouse.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.cli.Gatehouse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetCheckCommandTest {
    @TempDir
    Path folder;

    private HttpServer server;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void oneVersionEverywhereIsWhatWasPromised() throws IOException {
        answer("/eu", 200, "{\"build\": {\"version\": \"4.3.0\"}}");
        answer("/us", 200, "4.3.0\n");

        int exit = check("""
                fleet:
                  regions:
                    eu: {url: "%s", pointer: /build/version}
                    us: "%s"
                """.formatted(url("/eu"), url("/us")), "--record");

        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                eu  4.3.0
                us  4.3.0
                one version runs everywhere: 4.3.0
                """);
        assertThat(Files.readString(folder.resolve("ledger.jsonl")))
                .contains("\"fleet.checked\"", "{\"name\":\"us\",\"version\":\"4.3.0\"}");
    }

    @Test
    void twoVersionsAreToldWithWhoRunsWhich() throws IOException {
        answer("/eu", 200, "{\"version\": \"4.3.0\"}");
        answer("/us", 200, "{\"version\": \"4.2.1\"}");

        assertThat(check("fleet: {regions: {eu: \"%s\", us: \"%s\"}}".formatted(url("/eu"), url("/us"))))
                .isEqualTo(1);
        assertThat(out.toString()).contains("eu  4.3.0", "us  4.2.1", "2 versions run: 4.2.1, 4.3.0");
    }

    @Test
    void aRegionThatDoesNotSayIsNotTakenForTheSame() throws IOException {
        answer("/eu", 200, "{\"version\": \"4.3.0\"}");
        answer("/down", 503, "");
        answer("/liar", 200, "<script>alert(1)</script>");
        answer("/flood", 200, "4".repeat(100_000));
        answer("/away", 302, "");

        assertThat(check("""
                fleet:
                  regions:
                    eu: "%s"
                    down: "%s"
                    liar: "%s"
                    flood: "%s"
                    away: "%s"
                    nobody: http://127.0.0.1:1/version
                """.formatted(url("/eu"), url("/down"), url("/liar"), url("/flood"), url("/away"))))
                .isEqualTo(3);
        assertThat(out.toString())
                .contains(
                        "down    ? it answered with status 503",
                        "liar    ? '<script>alert(1)</script>' is no version",
                        "flood   ? its answer has more than 64 KB",
                        "away    ? it answered with status 302",
                        "nobody  ? it cannot be reached",
                        "not every region could be asked");
    }

    @Test
    void aServerThatKeepsQuietIsGivenUp() throws IOException {
        server.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('4');
            exchange.getResponseBody().flush();
        });

        assertThat(check("fleet: {regions: {slow: \"%s\"}}".formatted(url("/slow")), "--timeout", "1"))
                .isEqualTo(3);
        assertThat(out.toString()).contains("slow  ? it did not answer within 1 s");
    }

    @Test
    void aMistakeInTheFileIsOneSentenceWithItsPlace() throws IOException {
        assertThat(check("fleet: {regions: {eu: \"http://shop.example/version\"}}"))
                .isEqualTo(2);
        assertThat(check("fleet: {regions: {eu: {adress: x}}}")).isEqualTo(2);
        assertThat(check("version: 1")).isEqualTo(2);
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("p.yml:1:23: a region needs an https address"),
                        line -> assertThat(line).contains("p.yml:1:24: unknown key 'adress'"),
                        line -> assertThat(line).contains("p.yml: there is no section fleet"));
        assertThat(out.toString()).isEmpty();
    }

    private int check(String policy, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "fleet",
                "check",
                "--policy",
                Files.writeString(folder.resolve("p.yml"), policy).toString(),
                "--ledger",
                folder.resolve("ledger.jsonl").toString()));
        arguments.addAll(List.of(more));
        return Gatehouse.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", url("/eu"));
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private String url(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }
}
