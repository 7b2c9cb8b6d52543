package dev.gatehouse.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.policy.edge.http.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The samples for Envoy and Traefik, without these programs: what each would ask the edge by its documentation and the
 * sample's own settings, and whether it could use the answer. (nginx is tried for real, see {@link EdgeServerTest}.)
 */
class GatewaySamplesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Path SAMPLES = Path.of("..", "..", "samples");

    /** As a client sends it; some of it is nobody's business, some is meant to deceive. */
    private static final Map<String, String> CLIENT = Map.of(
            "x-app-id", "shop",
            "x-app-platform", "ios",
            "accept-language", "de",
            "cookie", "session=secret",
            "x-original-uri", "/login",
            "x-forwarded-uri", "/login");

    private final EdgeSite edge;

    GatewaySamplesTest() throws GeneralSecurityException {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var signing = new Signing();
        var documents = signing.documents(clock, new RecordedLog());
        documents.offer(Signing.SHOP, signing.sign(signing.shop(5, NOW)), "a test");
        edge = new EdgeSite(documents, Signing.settings(false, false), clock);
    }

    /** The client's method; the prefix before the client's path; no field but those that the filter allows. */
    @Test
    void envoyLetsThroughAndTurnsAwayAsTheEdgeSays() throws IOException {
        var filter = envoyFilter();
        assertThat(envoy(filter, "POST", "/api/orders?a=b", "4.2.0").status()).isEqualTo(200);
        var refused = envoy(filter, "POST", "/api/orders?a=b", "4.0.0");
        assertRefused(refused);
        assertThat(envoy(filter, "GET", "/login", "4.0.0").status())
                .as("exempt")
                .isEqualTo(200);
        assertThat(envoy(filter, "GET", "/login/../api", "4.0.0").status()).isEqualTo(426);
        assertThat(envoy(filter, "GET", "/", "4.0.0").status()).isEqualTo(426);
    }

    /** Always GET at the address itself; the client's path in a field of Traefik's own; no other field than those listed. */
    @Test
    void traefikLetsThroughAndTurnsAwayAsTheEdgeSays() throws IOException {
        var settings = at(read("traefik/gatehouse.yaml"), "http", "middlewares", "gatehouse", "forwardAuth");
        assertThat(settings.get("trustForwardHeader")).isEqualTo(false);
        assertThat(traefik(settings, "/api/orders", "4.2.0").status()).isEqualTo(200);
        assertRefused(traefik(settings, "/api/orders", "4.0.0"));
        assertThat(traefik(settings, "/login?next=%2Fapi", "4.0.0").status())
                .as("exempt")
                .isEqualTo(200);
        var middlewares = at(read("traefik/gatehouse.yaml"), "http", "routers", "application")
                .get("middlewares");
        assertThat(middlewares).isEqualTo(List.of("gatehouse"));
    }

    @Test
    void aFieldThatTheGatewayDoesNotSetExemptsNobody() {
        var fields = new LinkedHashMap<>(CLIENT);
        fields.put("x-app-version", "4.0.0");
        fields.put("x-forwarded-uri", "/api/orders");
        assertThat(edge.answer(new Request("GET", "/v1/enforce", fields)).status())
                .as("Traefik without a list of fields")
                .isEqualTo(426);
        fields.put("x-forwarded-uri", "/login");
        fields.put("x-original-uri", "/api/orders");
        assertThat(edge.answer(new Request("GET", "/v1/enforce", fields)).status())
                .as("nginx, which passes fields of clients on")
                .isEqualTo(426);
    }

    private void assertRefused(Answer refused) {
        assertThat(refused.status()).isEqualTo(426);
        var fields = new LinkedHashMap<String, String>();
        refused.head().forEach(fields::put);
        assertThat(fields)
                .containsEntry("retry-after", "86400")
                .containsKeys("content-type", "upgrade", "content-language");
        assertThat(new String(refused.content(), StandardCharsets.UTF_8))
                .contains("\"upgradeInfo\"", "Bitte aktualisieren");
    }

    private Answer envoy(Map<?, ?> filter, String method, String path, String version) {
        var service = at(filter, "http_service");
        var patterns = list(at(filter, "allowed_headers"), "patterns");
        var sent = new LinkedHashMap<String, String>();
        client(version).forEach((name, value) -> {
            if (patterns.stream().anyMatch(pattern -> matches((Map<?, ?>) pattern, name))) {
                sent.put(name, value);
            }
        });
        assertThat(sent).doesNotContainKeys("cookie", "x-original-uri");
        return edge.answer(new Request(method, service.get("path_prefix") + path, sent));
    }

    private static boolean matches(Map<?, ?> pattern, String name) {
        var prefix = pattern.get("prefix");
        return prefix == null ? name.equals(pattern.get("exact")) : name.startsWith(prefix.toString());
    }

    private Answer traefik(Map<?, ?> settings, String path, String version) {
        var sent = new LinkedHashMap<String, String>();
        var wanted = list(settings, "authRequestHeaders");
        client(version).forEach((name, value) -> {
            if (wanted.stream()
                    .anyMatch(field -> field.toString().toLowerCase(Locale.ROOT).equals(name))) {
                sent.put(name, value);
            }
        });
        assertThat(sent).doesNotContainKeys("cookie", "x-original-uri");
        sent.put("x-forwarded-method", "POST");
        sent.put("x-forwarded-uri", path);
        var address = String.valueOf(settings.get("address"));
        return edge.answer(new Request("GET", address.substring("http://127.0.0.1:8080".length()), sent));
    }

    private static Map<String, String> client(String version) {
        var fields = new LinkedHashMap<>(CLIENT);
        fields.put("x-app-version", version);
        return fields;
    }

    /** The filter stands before the one that sends the request on. */
    private static Map<?, ?> envoyFilter() throws IOException {
        var listener = (Map<?, ?>) list(at(read("envoy/gatehouse.yaml"), "static_resources"), "listeners")
                .get(0);
        var chain = (Map<?, ?>) list(listener, "filter_chains").get(0);
        var manager = at((Map<?, ?>) list(chain, "filters").get(0), "typed_config");
        var filters = list(manager, "http_filters");
        assertThat(filters.stream()
                        .map(filter -> String.valueOf(((Map<?, ?>) filter).get("name")))
                        .toList())
                .containsExactly("gatehouse", "envoy.filters.http.router");
        return at((Map<?, ?>) filters.get(0), "typed_config");
    }

    private static Map<?, ?> read(String sample) throws IOException {
        var whole = new Load(LoadSettings.builder().setLabel(sample).build())
                .loadFromString(Files.readString(SAMPLES.resolve(sample)));
        return (Map<?, ?>) Objects.requireNonNull(whole, sample);
    }

    private static Map<?, ?> at(Map<?, ?> node, String... names) {
        Map<?, ?> found = node;
        for (var name : names) {
            found = (Map<?, ?>) Objects.requireNonNull(found.get(name), name);
        }
        return found;
    }

    private static List<?> list(Map<?, ?> node, String name) {
        return (List<?>) Objects.requireNonNull(node.get(name), name);
    }
}
