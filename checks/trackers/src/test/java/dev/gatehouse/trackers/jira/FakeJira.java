package dev.gatehouse.trackers.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A Jira with a memory, as far as we ask it for something: it would notice a second issue for the same finding. */
public final class FakeJira implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern LABEL = Pattern.compile("gatehouse-[0-9a-f]+(?:-[0-9]+)?");
    private final HttpServer server;
    private final boolean cloud;
    public final Map<String, ObjectNode> issues = new LinkedHashMap<>();
    public final Map<String, List<JsonNode>> comments = new LinkedHashMap<>();
    public final List<String> requests = new ArrayList<>();
    private int number;
    private @Nullable Trouble trouble;
    public boolean canClose = true;
    public boolean canReopen = true;
    public @Nullable String requiredField;
    public @Nullable String refusedField;

    /** Stands in front of the API; true when it has answered. */
    @FunctionalInterface
    public interface Trouble {
        boolean answers(FakeJira jira, HttpExchange exchange, String what) throws IOException;
    }

    public FakeJira(boolean cloud) throws IOException {
        this.cloud = cloud;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void trouble(@Nullable Trouble given) {
        trouble = given;
    }

    /** Numbers of issues by the marker in their property. */
    public Map<String, Long> byMarker() {
        var counts = new LinkedHashMap<String, Long>();
        issues.values().stream()
                .filter(issue -> !property(issue).path("state").asText().equals("duplicate"))
                .forEach(issue -> counts.merge(property(issue).path("marker").asText(), 1L, Long::sum));
        return counts;
    }

    public static JsonNode property(JsonNode issue) {
        return issue.path("properties").path("gatehouse.finding");
    }

    public ObjectNode only() {
        if (issues.size() != 1) {
            throw new AssertionError("expected one issue, found " + issues.keySet());
        }
        return issues.values().iterator().next();
    }

    public boolean isDone(ObjectNode issue) {
        return issue.path("fields")
                .path("status")
                .path("statusCategory")
                .path("key")
                .asText()
                .equals("done");
    }

    /** As a person would. */
    public void close(String key, @Nullable String resolution, String at) {
        var issue = java.util.Objects.requireNonNull(issues.get(key));
        status(issue, "Closed", "done");
        var fields = (ObjectNode) issue.path("fields");
        if (resolution != null) {
            fields.putObject("resolution").put("name", resolution);
        }
        var history = issue.putObject("changelog").putArray("histories").addObject();
        history.put("created", at).putObject("author").put("displayName", "Robin");
        history.putArray("items").addObject().put("field", "status");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        var what = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        requests.add(what);
        try {
            if (trouble == null || !trouble.answers(this, exchange, what)) {
                serve(exchange, what);
            }
        } finally {
            exchange.close();
        }
    }

    /** Does the work and answers. */
    public void serve(HttpExchange exchange, String what) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        JsonNode json = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        var path = exchange.getRequestURI().getPath().replaceFirst("/rest/api/[23]", "");
        var parts = path.split("/");
        if (!what.contains("/rest/api/" + (cloud ? 3 : 2)) && !path.equals("/serverInfo")) {
            answer(exchange, 410, error("this API is gone"));
        } else if (path.equals("/serverInfo")) {
            answer(exchange, 200, node().put("deploymentType", cloud ? "Cloud" : "Server"));
        } else if (path.equals("/search/jql") || path.equals("/search")) {
            search(exchange, json);
        } else if (path.equals("/issue/bulk")) {
            bulk(exchange, json);
        } else if (what.startsWith("POST") && path.equals("/issue")) {
            var wrong = wrong(json);
            answer(exchange, wrong == null ? 201 : 400, wrong == null ? create(json) : wrong);
        } else if (path.equals("/issueLink")) {
            answer(exchange, 201, node());
        } else if (parts.length > 2 && parts[1].equals("issue")) {
            issue(exchange, json, parts);
        } else {
            answer(exchange, 404, error("no such resource"));
        }
    }

    private void issue(HttpExchange exchange, JsonNode json, String[] parts) throws IOException {
        var issue = issues.get(parts[2]);
        if (issue == null) {
            answer(exchange, 404, error("Issue does not exist or you do not have permission to see it."));
            return;
        }
        var method = exchange.getRequestMethod();
        switch (parts.length > 3 ? parts[3] : "") {
            case "properties" -> {
                ((ObjectNode) issue.get("properties")).set("gatehouse.finding", json);
                answer(exchange, 200, null);
            }
            case "remotelink" -> answer(exchange, 201, node());
            case "transitions" -> {
                if (method.equals("GET")) {
                    answer(exchange, 200, transitions(issue));
                } else {
                    boolean done = json.path("transition").path("id").asText().equals("31");
                    status(issue, done ? "Finished" : "Open", done ? "done" : "new");
                    answer(exchange, 204, null);
                }
            }
            case "comment" -> {
                var list = comments.computeIfAbsent(parts[2], none -> new ArrayList<>());
                if (method.equals("POST")) {
                    list.add(json);
                }
                var all = node();
                list.forEach(all.putArray("comments")::add);
                answer(exchange, method.equals("POST") ? 201 : 200, all);
            }
            default -> {
                if (method.equals("PUT")) {
                    ((ObjectNode) issue.get("fields")).setAll((ObjectNode) json.path("fields"));
                }
                answer(exchange, method.equals("PUT") ? 204 : 200, method.equals("PUT") ? null : issue);
            }
        }
    }

    private ObjectNode transitions(ObjectNode issue) {
        var answer = node();
        var list = answer.putArray("transitions");
        if (isDone(issue) ? canReopen : canClose) {
            var way = list.addObject().put("id", isDone(issue) ? "11" : "31").put("name", "Move");
            way.putObject("to")
                    .put("name", "there")
                    .putObject("statusCategory")
                    .put("key", isDone(issue) ? "new" : "done");
        }
        return answer;
    }

    private void search(HttpExchange exchange, JsonNode json) throws IOException {
        var jql = json.path("jql").asText();
        var labels = new TreeSet<String>();
        var matcher = LABEL.matcher(jql);
        while (matcher.find()) {
            labels.add(matcher.group());
        }
        var found = issues.values().stream()
                .filter(issue -> {
                    var own = new TreeSet<String>();
                    issue.path("fields").path("labels").forEach(label -> own.add(label.asText()));
                    return own.stream().anyMatch(labels::contains);
                })
                .toList();
        int start = cloud
                ? Integer.parseInt(json.path("nextPageToken").asText("0"))
                : json.path("startAt").asInt();
        var page = found.stream().skip(start).limit(3).toList();
        var answer = node();
        var list = answer.putArray("issues");
        page.forEach(list::add);
        if (!cloud) {
            answer.put("total", found.size()).put("startAt", start);
        } else if (start + 3 < found.size()) {
            answer.put("nextPageToken", Integer.toString(start + 3));
        } else {
            answer.put("isLast", true);
        }
        answer(exchange, 200, answer);
    }

    private void bulk(HttpExchange exchange, JsonNode json) throws IOException {
        var answer = node();
        var made = answer.putArray("issues");
        var errors = answer.putArray("errors");
        int index = 0;
        for (var one : json.path("issueUpdates")) {
            var wrong = wrong(one);
            if (wrong == null) {
                made.add(create(one));
            } else {
                var error = errors.addObject().put("status", 400).put("failedElementNumber", index);
                error.set("elementErrors", wrong);
            }
            index++;
        }
        answer(exchange, made.isEmpty() ? 400 : 201, answer);
    }

    private @Nullable ObjectNode wrong(JsonNode one) {
        var fields = one.path("fields");
        var error = error("");
        ((ArrayNode) error.get("errorMessages")).removeAll();
        if (requiredField != null && !fields.has(requiredField)) {
            error.putObject("errors").put(requiredField, "Team is required.");
            return error;
        }
        if (refusedField != null && fields.has(refusedField)) {
            error.putObject("errors").put(refusedField, "cannot be set.");
            return error;
        }
        return null;
    }

    private ObjectNode create(JsonNode one) {
        number++;
        var key = "SHOP-" + number;
        var issue = node().put("id", Integer.toString(1000 + number)).put("key", key);
        issue.set("fields", one.path("fields").deepCopy());
        status(issue, "Open", "new");
        var properties = issue.putObject("properties");
        one.path("properties")
                .forEach(property -> properties.set(
                        property.path("key").asText(), property.path("value").deepCopy()));
        issues.put(key, issue);
        return node().put("id", issue.path("id").asText()).put("key", key);
    }

    /** Does the work of a request whose answer gets lost. */
    public void createLost(JsonNode request) {
        create(request);
    }

    private static void status(ObjectNode issue, String name, String category) {
        ((ObjectNode) issue.get("fields"))
                .putObject("status")
                .put("name", name)
                .putObject("statusCategory")
                .put("key", category);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode error(String message) {
        var error = node();
        error.putArray("errorMessages").add(message);
        return error;
    }

    public static void answer(HttpExchange exchange, int status, @Nullable JsonNode json) throws IOException {
        if (json == null) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        var bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
