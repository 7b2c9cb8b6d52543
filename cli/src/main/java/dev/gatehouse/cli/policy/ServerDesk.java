package dev.gatehouse.cli.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.support.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A server that decides in place of this machine, by the same rules. Who acts is whom the token belongs to. */
final class ServerDesk {
    private static final String TOKEN = "GATEHOUSE_TOKEN";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper MAPPER = new JsonMapper();

    private final String root;
    private final String token;
    private final HttpClient http;

    ServerDesk(String address) {
        this.root = address(address);
        var variable = System.getenv(TOKEN);
        if (variable == null || !variable.matches("[A-Za-z0-9_-]{20,200}")) {
            throw new BadInput(
                    "--server needs an API token in %s; the server's page 'Your account' makes one".formatted(TOKEN));
        }
        this.token = variable;
        this.http = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The entry that was recorded, or what would be. */
    JsonNode decide(Command command, boolean dryRun) {
        var request = ServerRequest.of(command);
        var address = root + "/api/v1" + request.path() + (dryRun ? "?dryRun=true" : "");
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(request.body().toString())));
    }

    /** Hands in the report of a scan. */
    void handIn(byte[] report) {
        send(HttpRequest.newBuilder(URI.create(root + "/api/v1/scans"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(report)));
    }

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(root + "/api/v1" + path)).GET());
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var response = http.send(
                    request.header("authorization", "Bearer " + token)
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var json = MAPPER.readTree(response.body());
            if (response.statusCode() == 200 || response.statusCode() == 201) {
                return json;
            }
            var detail = VisibleText.exact(json.path("detail").asText("status " + response.statusCode()));
            if (response.statusCode() == 409) {
                throw new Refused(detail);
            }
            throw new BadInput("%s: %s".formatted(root, detail));
        } catch (IOException e) {
            throw new BadInput(
                    "%s: does not answer as a Gatehouse server does (%s)"
                            .formatted(root, e.getClass().getSimpleName()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInput("interrupted while the server was asked", e);
        }
    }

    /** A token is sent to https, or to this machine. */
    private static String address(String text) {
        try {
            var uri = URI.create(text);
            var host = uri.getHost();
            if (host != null && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isHere(host)))) {
                return text.replaceAll("/+$", "");
            }
        } catch (IllegalArgumentException e) {
            throw new BadInput("--server is no address such as https://gatehouse.example", e);
        }
        throw new BadInput("--server is no address such as https://gatehouse.example; plain http only on loopback");
    }

    private static boolean isHere(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
