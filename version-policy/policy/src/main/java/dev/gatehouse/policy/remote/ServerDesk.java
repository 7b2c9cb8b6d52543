package dev.gatehouse.policy.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A server that decides in place of this machine, by the same rules. Who acts is whom the token belongs to. A server that
 * cannot be reached, or fails, is {@link ServerAway}; what it refuses by policy is {@link Refused}; anything else that it does
 * not take is {@link BadInput}.
 */
public final class ServerDesk {
    private static final int FIRST_FAULT_OF_ITS_OWN = 500;
    private static final int TOO_MANY = 429;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final String root;
    private final String token;
    private final Wire wire;

    /**
     * @param name by which people know the address, for messages: {@code --server}
     * @param address such as {@code https://gatehouse.example}; plain http only to this machine, for a token goes there
     */
    public ServerDesk(String name, String address, String token, Wire wire) {
        this.root = address(name, address);
        this.token = token;
        this.wire = wire;
    }

    /** Whether a text can be a token: none that has a line end or is no token at all goes into a header field. */
    public static boolean isToken(String text) {
        return text.matches("[A-Za-z0-9_-]{20,200}");
    }

    /** The page of a candidate, for people. */
    public static String page(String address, Track track, ClientVersion version) {
        return "%s/releases/%s/%s".formatted(address.replaceAll("/+$", ""), track, ServerRequest.encoded(version));
    }

    /** The entry that was recorded, or what would be. */
    public JsonNode decide(Command command, boolean dryRun) {
        var request = ServerRequest.of(command);
        return post(
                request.path() + (dryRun ? "?dryRun=true" : ""),
                request.body().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Hands in the report of a scan, where people look at it. */
    public void handIn(byte[] report) {
        post("/scans", report);
    }

    /** What the API has below {@code /api/v1}. */
    public JsonNode get(String path) {
        return send("GET", path, Map.of(), new byte[0]);
    }

    /** What was proposed as a version of a track, and what it lacks. */
    public JsonNode candidate(Track track, ClientVersion version) {
        return get(ServerRequest.candidate(track, version));
    }

    private JsonNode post(String path, byte[] body) {
        return send("POST", path, Map.of("content-type", "application/json"), body);
    }

    private JsonNode send(String method, String path, Map<String, String> more, byte[] body) {
        var fields = new HashMap<>(more);
        fields.put("authorization", "Bearer " + token);
        try {
            var reply = wire.send(method, URI.create(root + "/api/v1" + path), fields, body);
            if (reply.status() >= FIRST_FAULT_OF_ITS_OWN || reply.status() == TOO_MANY) {
                throw new ServerAway("%s: answers with status %d".formatted(root, reply.status()));
            }
            var json = MAPPER.readTree(reply.body());
            if (reply.status() == 200 || reply.status() == 201) {
                return json;
            }
            var detail = VisibleText.exact(json.path("detail").asText("status " + reply.status()));
            if (reply.status() == 409) {
                throw new Refused(detail);
            }
            throw new BadInput("%s: %s".formatted(root, detail));
        } catch (JsonProcessingException e) {
            throw new BadInput("%s: does not answer as a Gatehouse server does".formatted(root), e);
        } catch (IOException e) {
            throw new ServerAway(
                    "%s: does not answer as a Gatehouse server does (%s)"
                            .formatted(root, e.getClass().getSimpleName()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerAway("interrupted while the server was asked", e);
        }
    }

    /** A token is sent to https, or to this machine. */
    private static String address(String name, String text) {
        try {
            var uri = URI.create(text);
            var host = uri.getHost();
            if (host != null && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isHere(host)))) {
                return text.replaceAll("/+$", "");
            }
        } catch (IllegalArgumentException e) {
            throw new BadInput("%s is no address such as https://gatehouse.example".formatted(name), e);
        }
        throw new BadInput(
                "%s is no address such as https://gatehouse.example; plain http only on loopback".formatted(name));
    }

    private static boolean isHere(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
