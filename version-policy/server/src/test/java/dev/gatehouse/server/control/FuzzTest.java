package dev.gatehouse.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.control.access.Role;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Whatever is sent, a person or a program is told what was wrong with it: never a fault of ours. */
class FuzzTest {
    private static @Nullable House house;
    private static @Nullable HttpClient client;
    private static String token = "";

    @BeforeContainer
    static void start() throws IOException {
        var started = new House(Files.createTempDirectory("fuzz"));
        started.person("all", Role.values());
        token = started.token("all");
        house = started;
        client = HttpClient.newHttpClient();
    }

    @AfterContainer
    static void stop() {
        if (house != null) {
            house.close();
        }
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void noBodyMakesAFault(@ForAll("paths") String path, @ForAll("bodies") String body) throws Exception {
        assertThat(post(path, body)).isLessThan(500);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void noTextInAnAddressMakesAFault(@ForAll("texts") String text) throws Exception {
        var encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(get("/api/v1/candidates/shop/ios/stable/" + encoded)).isLessThan(500);
        assertThat(get("/api/v1/ledger?limit=" + encoded + "&text=" + encoded)).isLessThan(500);
        assertThat(get("/v1/apps/shop/ios/check?version=" + encoded)).isLessThan(500);
        assertThat(get("/releases/" + encoded + "?done=" + encoded)).isLessThan(500);
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of(
                "/api/v1/candidates",
                "/api/v1/candidates/shop/ios/stable/1.1.0/approvals",
                "/api/v1/candidates/shop/ios/stable/1.1.0/publication",
                "/api/v1/versions/shop/ios/stable/minimum",
                "/api/v1/grants",
                "/api/v1/grants/1/revocation",
                "/api/v1/accounts",
                "/api/v1/tokens",
                "/api/v1/scans");
    }

    @Provide
    Arbitrary<String> bodies() {
        var member = Arbitraries.of(
                "app",
                "platform",
                "channel",
                "version",
                "artifacts",
                "scan",
                "authors",
                "role",
                "reason",
                "at",
                "until",
                "account",
                "days",
                "scopes",
                "label",
                "name",
                "fullName",
                "verdict",
                "schemaVersion",
                "storeLiveAt");
        var value = Arbitraries.oneOf(
                Arbitraries.of(
                        "null",
                        "true",
                        "[]",
                        "{}",
                        "1e400",
                        "-1",
                        "99999999999999999999",
                        "[[[]]]",
                        "{\"a\":1}",
                        "[null]",
                        "\"\\ud800\"",
                        "\"shop\"",
                        "\"ios\"",
                        "\"stable\"",
                        "\"1.1.0\"",
                        "\"2026-13-45\"",
                        "\"+1000000000-12-31T23:59:59.999999999Z\"",
                        "\"-1000000000-01-01T00:00:00Z\"",
                        "[\"read\"]",
                        "[{\"name\":\"x\",\"sha256\":null}]",
                        "{\"verdict\":\"passed\",\"reportSha256\":\"x\"}"),
                texts().map(text -> "\"" + text.replaceAll("[\"\\\\]", "") + "\""));
        var object = member.flatMap(name -> value.map(content -> "\"" + name + "\":" + content))
                .list()
                .ofMaxSize(8)
                .map(members -> "{" + String.join(",", members) + "}");
        return Arbitraries.oneOf(object, object, texts());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().all().ofMaxLength(60);
    }

    private static int post(String path, String body) throws Exception {
        return send(request(path)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static int get(String path) throws Exception {
        return send(request(path).GET());
    }

    private static HttpRequest.Builder request(String path) {
        if (house == null) {
            throw new IllegalStateException();
        }
        return HttpRequest.newBuilder(house.at(path)).header("authorization", "Bearer " + token);
    }

    private static int send(HttpRequest.Builder request) throws Exception {
        if (client == null) {
            throw new IllegalStateException();
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
