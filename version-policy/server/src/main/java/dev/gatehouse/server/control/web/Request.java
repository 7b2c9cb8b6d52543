package dev.gatehouse.server.control.web;

import dev.gatehouse.policy.edge.http.Target;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * One whole request.
 *
 * @param headers by lower-case name, the first of each
 * @param body its bytes; bounded by the server
 * @param parts of the path that the route names, decoded
 * @param peer the address of whoever is connected; kept in memory for rate limits only
 * @param secure whether it came by TLS
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares requests
public record Request(
        String method,
        Target target,
        Map<String, String> headers,
        byte[] body,
        Map<String, String> parts,
        String peer,
        boolean secure) {

    public Request {
        headers = Map.copyOf(headers);
        parts = Map.copyOf(parts);
    }

    Request with(Map<String, String> found) {
        return new Request(method, target, headers, body, found, peer, secure);
    }

    /** A header field; empty when it is not there. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** A part of the path that the route names. */
    public String part(String name) {
        var value = parts.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no part " + name);
        }
        return value;
    }

    /** A parameter of the query, as forms encode it. */
    public Optional<String> query(String name) {
        return Form.parse(target.query()).find(name);
    }

    /** The body of an HTML form. */
    public Form form() {
        return header("content-type").startsWith("application/x-www-form-urlencoded")
                ? Form.parse(new String(body, StandardCharsets.UTF_8))
                : Form.EMPTY;
    }

    public Optional<String> cookie(String name) {
        for (var pair : header("cookie").split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
                return Optional.of(pair.substring(equals + 1).strip());
            }
        }
        return Optional.empty();
    }
}
