package dev.gatehouse.scanners.dast.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The requests that an OpenAPI 3 description describes, with the description's examples or made-up values. */
final class OpenApiRequests {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final int DEEPEST = 6;

    private final JsonNode description;

    OpenApiRequests(JsonNode description) {
        this.description = description;
    }

    /**
     * One request.
     *
     * @param path with its query
     * @param body of type {@code application/json}; empty for none
     */
    record Request(String method, String path, String body) {

        /** As HTTP/1.1 writes it (RFC 9112), with an absolute address as proxies take it. */
        String asText(URI target) {
            var head =
                    "%s %s HTTP/1.1\r\nHost: %s\r\n".formatted(method, target.resolve(path), target.getRawAuthority());
            return body.isEmpty()
                    ? head + "\r\n"
                    : head
                            + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                                    .formatted(body.getBytes(StandardCharsets.UTF_8).length, body);
        }
    }

    List<Request> all() {
        var requests = new ArrayList<Request>();
        var base = basePath();
        for (var path : description.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    requests.add(
                            request(base + path.getKey(), path.getValue(), operation.getKey(), operation.getValue()));
                }
            }
        }
        return List.copyOf(requests);
    }

    private String basePath() {
        var server = description.path("servers").path(0).path("url").asText("");
        var path = server.replaceFirst("^[a-z]+://[^/]*", "");
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private Request request(String path, JsonNode item, String method, JsonNode operation) {
        var place = path;
        var query = new StringBuilder();
        for (var parameters : List.of(item.path("parameters"), operation.path("parameters"))) {
            for (var given : parameters) {
                var parameter = resolved(given);
                var name = parameter.path("name").asText();
                var value = encode(plain(parameter));
                switch (parameter.path("in").asText()) {
                    case "path" -> place = place.replace("{" + name + "}", value);
                    case "query" ->
                        query.append(query.isEmpty() ? "?" : "&")
                                .append(encode(name))
                                .append("=")
                                .append(value);
                    default -> {
                        // headers and cookies go with what they come from
                    }
                }
            }
        }
        var content = resolved(operation.path("requestBody")).path("content").path("application/json");
        var body = content.isMissingNode() ? "" : body(content);
        return new Request(method.toUpperCase(Locale.ROOT), place + query, body);
    }

    private String body(JsonNode content) {
        var example = content.path("example");
        return (example.isMissingNode() ? value(content.path("schema"), 0) : example).toString();
    }

    private String plain(JsonNode parameter) {
        var example = parameter.path("example");
        var value = example.isMissingNode() ? value(parameter.path("schema"), 0) : example;
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private JsonNode value(JsonNode given, int depth) {
        var json = JsonNodeFactory.instance;
        var schema = resolved(given);
        for (var key : List.of("example", "default")) {
            if (schema.has(key)) {
                return schema.path(key);
            }
        }
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").path(0);
        }
        if (schema.path("allOf").size() > 0 && depth < DEEPEST) {
            return value(schema.path("allOf").path(0), depth + 1);
        }
        return switch (schema.path("type").asText(schema.has("properties") ? "object" : "string")) {
            case "integer", "number" -> json.numberNode(1);
            case "boolean" -> json.booleanNode(true);
            case "array" -> {
                var list = json.arrayNode();
                yield depth < DEEPEST ? list.add(value(schema.path("items"), depth + 1)) : list;
            }
            case "object" -> {
                var object = json.objectNode();
                if (depth < DEEPEST) {
                    for (var field : schema.path("properties").properties()) {
                        object.set(field.getKey(), value(field.getValue(), depth + 1));
                    }
                }
                yield object;
            }
            default -> json.textNode(schema.path("format").asText().equals("date") ? "2026-01-31" : "gatehouse");
        };
    }

    /** What a local reference, {@code #/components/…}, points at. */
    private JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText("");
        if (!reference.startsWith("#/")) {
            return node;
        }
        var found = description.at(reference.substring(1));
        return found.has("$ref") ? MissingNode.getInstance() : found;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
