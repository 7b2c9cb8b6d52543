package dev.gatehouse.scanners.dast.zap;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.report.ReportJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * ZAP's JSON API. The key travels in a header, parameters in the body, and every request has a limit: ZAP's own client has
 * none, and puts the key into addresses.
 */
public final class ZapApi {
    private final HttpClient client;
    private final URI address;
    private final String key;
    private final Duration limit;

    /**
     * Talks to the ZAP at an address.
     *
     * @param key none when empty
     * @param limit for each answer
     */
    public ZapApi(URI address, String key, Duration limit) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limit)
                .build();
        this.address = address;
        this.key = key;
        this.limit = limit;
    }

    /** Asks for something. */
    public JsonNode view(String component, String name, Map<String, ?> parameters) throws ZapException {
        return call(component, "view", name, parameters);
    }

    /** Has something done. */
    public JsonNode action(String component, String name, Map<String, ?> parameters) throws ZapException {
        return call(component, "action", name, parameters);
    }

    /** Whether this ZAP has a component such as {@code pscan} or {@code ajaxSpider}. */
    public boolean has(String component, String view) throws ZapException {
        try {
            view(component, view, Map.of());
            return true;
        } catch (ZapException e) {
            if (e.kind() == ZapException.Kind.REFUSED) {
                return !e.code().equals("no_implementor");
            }
            throw e;
        }
    }

    private JsonNode call(String component, String type, String name, Map<String, ?> parameters) throws ZapException {
        var what = "%s/%s/%s".formatted(component, type, name);
        var form = parameters.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(String.valueOf(entry.getValue())))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(address.resolve("/JSON/" + what + "/"))
                .timeout(limit)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-ZAP-API-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer(what, response);
        } catch (HttpTimeoutException e) {
            throw new ZapException(
                    ZapException.Kind.TIMED_OUT,
                    "",
                    "ZAP did not answer %s within %d s".formatted(what, limit.toSeconds()));
        } catch (IOException e) {
            throw new ZapException(
                    ZapException.Kind.GONE,
                    "",
                    "ZAP at %s does not answer any more, or does not accept the key (%s)".formatted(address, what));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ZapException(ZapException.Kind.GONE, "", "the scan was interrupted");
        }
    }

    private static JsonNode answer(String what, HttpResponse<String> response) throws ZapException, IOException {
        var json = response.body().startsWith("{") ? ReportJson.mapper().readTree(response.body()) : null;
        if (json == null) {
            throw new ZapException(
                    ZapException.Kind.REFUSED,
                    "",
                    "something answers, but it is no ZAP (%s, HTTP status %d)".formatted(what, response.statusCode()));
        }
        if (response.statusCode() >= 400) {
            var code = json.path("code").asText("");
            throw new ZapException(
                    ZapException.Kind.REFUSED,
                    code,
                    code.equals("bad_api_key")
                            ? "ZAP does not accept the key"
                            : "ZAP refused %s: %s"
                                    .formatted(what, json.path("message").asText(code)));
        }
        return json;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
