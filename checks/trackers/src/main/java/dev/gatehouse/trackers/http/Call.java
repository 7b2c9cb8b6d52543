package dev.gatehouse.trackers.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param path below the base URL, beginning with a slash, already encoded; see {@link #segment}
 * @param query parameters, not encoded
 * @param headers beyond those that every request has
 * @param body none for a request without one
 * @param repeatable whether doing it twice does no more than doing it once, so that a retry is always safe
 */
public record Call(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable Body body,
        boolean repeatable) {

    public Call {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** What is sent along. */
    public static final class Body {
        private final String type;
        private final byte[] bytes;

        /**
         * @param type media type, such as {@code application/json}
         */
        public Body(String type, byte[] bytes) {
            this.type = type;
            this.bytes = bytes.clone();
        }

        String type() {
            return type;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    public static Call get(String path) {
        return new Call("GET", path, Map.of(), Map.of(), null, true);
    }

    public static Call delete(String path) {
        return new Call("DELETE", path, Map.of(), Map.of(), null, true);
    }

    /** Creates something; not repeatable. */
    public static Call post(String path, byte[] json) {
        return new Call("POST", path, Map.of(), Map.of(), new Body("application/json", json), false);
    }

    public static Call put(String path, byte[] json) {
        return new Call("PUT", path, Map.of(), Map.of(), new Body("application/json", json), true);
    }

    public static Call patch(String path, byte[] json) {
        return new Call("PATCH", path, Map.of(), Map.of(), new Body("application/json", json), true);
    }

    public Call with(String parameter, String value) {
        var more = new LinkedHashMap<>(query);
        more.put(parameter, value);
        return new Call(method, path, more, headers, body, repeatable);
    }

    public Call withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, path, query, more, body, repeatable);
    }

    public Call withBody(String type, byte[] bytes) {
        return new Call(method, path, query, headers, new Body(type, bytes), repeatable);
    }

    /** The same, of which it is known that doing it twice does no harm: a search, an upsert. */
    public Call asRepeatable() {
        return new Call(method, path, query, headers, body, true);
    }

    /** One segment of a path, percent-encoded. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Path and query as they stand in the request line. */
    String target() {
        if (query.isEmpty()) {
            return path;
        }
        return query.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> segment(entry.getKey()) + "=" + segment(entry.getValue()))
                .collect(Collectors.joining("&", path + "?", ""));
    }
}
