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
import java.util.List;
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
    private static @Nullable Visiting visit;
    private static String token = "";
    private static String formToken = "";

    @BeforeContainer
    static void start() throws IOException {
        var started = new House(Files.createTempDirectory("fuzz"));
        var secret = started.person("all", Role.values());
        token = started.token("all");
        var signedIn = new Visiting(started).signIn("all", secret);
        formToken = signedIn.formToken("/account");
        visit = signedIn;
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

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void noFormMakesAFault(
            @ForAll("forms") String path,
            @ForAll("fields") String field,
            @ForAll("texts") String text,
            @ForAll("texts") String other) {
        if (visit == null) {
            throw new IllegalStateException();
        }
        assertThat(visit.post(path, "formToken", formToken, field, text, "reason", other, "version", text)
                        .statusCode())
                .isLessThan(500);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void noHeaderMakesAFault(@ForAll("headers") String name, @ForAll("values") String value) throws Exception {
        for (var path : List.of(
                "/login",
                "/",
                "/login/oidc/callback?state=x",
                "/api/v1/me",
                "/v1/enforce",
                "/v1/apps/shop/ios/policy",
                "/v1/apps/shop/ios/check?version=1.0.0")) {
            if (house == null) {
                throw new IllegalStateException();
            }
            assertThat(send(HttpRequest.newBuilder(house.at(path)).header(name, value)))
                    .as("%s: %s at %s", name, value, path)
                    .isLessThan(500);
        }
    }

    @Provide
    Arbitrary<String> forms() {
        return Arbitraries.of(
                "/account/tokens",
                "/account/tokens/x/revoke",
                "/access/grants",
                "/access/grants/1/revoke",
                "/access/invitations",
                "/releases/shop/ios/stable/1.1.0/approve",
                "/versions/shop/ios/stable/minimum",
                "/versions/shop/ios/stable/block",
                "/versions/shop/ios/stable/retire",
                "/versions/shop/none/stable/minimum",
                "/login/code",
                "/login/authenticator",
                "/welcome");
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(
                "code", "sealed", "name", "fullName", "account", "role", "days", "support", "at", "label", "scope");
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.of(
                "cookie",
                "authorization",
                "accept",
                "accept-encoding",
                "accept-language",
                "content-type",
                "if-none-match",
                "if-modified-since",
                "sec-fetch-site",
                "origin",
                "x-forwarded-for",
                "x-forwarded-proto",
                "x-app-id",
                "x-app-platform",
                "x-app-version",
                "x-app-channel",
                "x-original-uri");
    }

    /** What a header field may hold (RFC 9110 §5.5), and what some of these fields begin with. */
    @Provide
    Arbitrary<String> values() {
        var text = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('\u00a0', '\u00ff')
                .ofMaxLength(80);
        return Arbitraries.oneOf(
                text,
                Arbitraries.of("__Host-gatehouse=", "__Host-gatehouse-oidc=", "Bearer ghouse_", "\"", "en;q=", "W/\"")
                        .flatMap(beginning -> text.map(rest -> beginning + rest)));
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
