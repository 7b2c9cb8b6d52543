package dev.gatehouse.trackers.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.trackers.Published;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private boolean silent;
    private @Nullable Trouble trouble;
    public int pageSize = 3;
    public boolean canClose = true;
    public boolean canReopen = true;
    public @Nullable String requiredField;
    public @Nullable String refusedField;
    /** Permissions that we do not have. */
    public final List<String> forbidden = new ArrayList<>();
    /** Fields of the screen that creates issues. */
    public final List<String> screen = new ArrayList<>(List.of("summary", "labels", "priority"));

    public String releasedOn = "";
    /** What a person's name leads to: names that a search for assignable users finds. */
    public final List<String> users = new ArrayList<>();
    /** Keys by the global id of a remote link. */
    public final Map<String, String> links = new LinkedHashMap<>();
    /** Versions of the project, by name. */
    public final Map<String, ObjectNode> versions = new LinkedHashMap<>();
    /** Changes are found by searches only so much later. */
    public Duration searchLag = Duration.ZERO;

    /** What Cloud's description does not have. */
    public final Published published = new Published("jira-cloud-v3.txt");

    private final Map<String, Instant> made = new LinkedHashMap<>();
    private final Clock clock;

    /** Stands in front of the API; true when it has answered. */
    @FunctionalInterface
    public interface Trouble {
        boolean answers(FakeJira jira, HttpExchange exchange, String what) throws IOException;
    }

    public FakeJira(boolean cloud) throws IOException {
        this(cloud, Clock.systemUTC());
    }

    public FakeJira(boolean cloud, Clock clock) throws IOException {
        this.cloud = cloud;
        this.clock = clock;
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

    /** Does the work and lets the connection end. */
    void serveSilently(HttpExchange exchange, String what) throws IOException {
        silent = true;
        try {
            serve(exchange, what);
        } finally {
            silent = false;
        }
    }

    /** Does the work and answers. */
    public void serve(HttpExchange exchange, String what) throws IOException {
        serve(exchange, what, exchange.getRequestBody().readAllBytes());
    }

    /** Does the work of a request whose body was read already. */
    void serve(HttpExchange exchange, String what, byte[] body) throws IOException {
        JsonNode json = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        note(exchange, json);
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
            answer(exchange, 201, null);
        } else if (path.equals("/user/assignable/search")) {
            var found = JsonNodeFactory.instance.arrayNode();
            users.stream()
                    .filter(name -> query(exchange).containsValue(name))
                    .forEach(name -> found.addObject().put(cloud ? "accountId" : "name", "id-of-" + name));
            answer(exchange, 200, found);
        } else if (parts.length > 1
                && List.of("version", "project", "myself", "mypermissions").contains(parts[1])) {
            project(exchange, json, parts);
        } else if (parts.length > 2 && parts[1].equals("issue")) {
            issue(exchange, json, parts);
        } else {
            answer(exchange, 404, error("no such resource"));
        }
    }

    /** Only what the site of the kind that is published would understand is checked. */
    private void note(HttpExchange exchange, JsonNode json) {
        var path = exchange.getRequestURI().getPath();
        if (cloud && path.startsWith("/rest/api/3/")) {
            published.asked(exchange.getRequestMethod(), path, query(exchange).keySet(), json);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new LinkedHashMap<String, String>();
        var raw = exchange.getRequestURI().getRawQuery();
        if (raw != null) {
            for (var pair : raw.split("&", -1)) {
                var parts = pair.split("=", 2);
                query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private void project(HttpExchange exchange, JsonNode json, String[] parts) throws IOException {
        if (parts[1].equals("myself")) {
            answer(exchange, 200, node().put("displayName", "Builds"));
        } else if (parts[1].equals("mypermissions")) {
            var all = node();
            var permissions = all.putObject("permissions");
            for (var name : query(exchange).getOrDefault("permissions", "").split(",", -1)) {
                permissions.putObject(name).put("havePermission", !forbidden.contains(name));
            }
            answer(exchange, 200, all);
        } else if (parts[1].equals("version") && exchange.getRequestMethod().equals("POST")) {
            var name = json.path("name").asText();
            if (versions.containsKey(name)) {
                var taken = error("");
                taken.putObject("errors").put("name", "A version with this name already exists in this project.");
                answer(exchange, 400, taken);
                return;
            }
            var version = node().put("id", Integer.toString(500 + versions.size()))
                    .put("name", name)
                    .put("released", false);
            versions.put(name, version);
            answer(exchange, 201, version);
        } else if (parts[1].equals("version")) {
            var version = versions.values().stream()
                    .filter(one -> one.path("id").asText().equals(parts[2]))
                    .findFirst()
                    .orElseThrow();
            version.put("released", json.path("released").asBoolean());
            releasedOn = json.path("releaseDate").asText();
            answer(exchange, 200, version);
        } else if (!parts[2].equals("SHOP")) {
            answer(exchange, 404, error("No project could be found with key '" + parts[2] + "'."));
        } else if (parts.length > 3) {
            answer(exchange, 200, JsonNodeFactory.instance.arrayNode().addAll(versions.values()));
        } else {
            answer(exchange, 200, node().put("name", "The shop"));
        }
    }

    private void createmeta(HttpExchange exchange, String[] parts) throws IOException {
        var answer = node();
        if (parts.length == 5) {
            answer.putArray("issueTypes").addObject().put("id", "10001").put("name", "Bug");
        } else {
            var fields = answer.putArray("fields");
            screen.forEach(id -> fields.addObject()
                    .put("fieldId", id)
                    .put("name", id)
                    .put("required", id.equals(requiredField))
                    .put("hasDefaultValue", false));
        }
        answer(exchange, 200, answer.put("total", 1));
    }

    private void issue(HttpExchange exchange, JsonNode json, String[] parts) throws IOException {
        if (parts[2].equals("createmeta")) {
            createmeta(exchange, parts);
            return;
        }
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
            case "remotelink" -> {
                links.put(json.path("globalId").asText(), parts[2]);
                answer(exchange, 201, null);
            }
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
                answer(exchange, method.equals("POST") ? 201 : 200, method.equals("POST") ? json : all);
            }
            default -> {
                if (method.equals("PUT")) {
                    update(issue, json);
                }
                answer(exchange, method.equals("PUT") ? 204 : 200, method.equals("PUT") ? null : issue);
            }
        }
    }

    private void update(ObjectNode issue, JsonNode json) {
        var fields = (ObjectNode) issue.get("fields");
        if (json.path("fields").isObject()) {
            fields.setAll((ObjectNode) json.path("fields"));
        }
        json.path("update").properties().forEach(change -> {
            var list = fields.path(change.getKey()).isArray()
                    ? (ArrayNode) fields.path(change.getKey())
                    : fields.putArray(change.getKey());
            change.getValue().forEach(one -> {
                var added = one.path("add");
                var id = added.path("id").asText();
                list.add(
                        added.isObject()
                                ? versions.values().stream()
                                        .filter(version ->
                                                version.path("id").asText().equals(id))
                                        .findFirst()
                                        .<JsonNode>map(version -> node().put("id", id)
                                                .put(
                                                        "name",
                                                        version.path("name").asText()))
                                        .orElse(added)
                                : added);
            });
        });
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
        var linked = links.entrySet().stream()
                .filter(link -> jql.contains('"' + link.getKey() + '"'))
                .map(Map.Entry::getValue)
                .toList();
        var found = issues.values().stream()
                .filter(issue -> made.getOrDefault(issue.path("key").asText(), Instant.MIN)
                        .plus(searchLag)
                        .isBefore(clock.instant().plusNanos(1)))
                .filter(issue -> {
                    var own = new TreeSet<String>();
                    issue.path("fields").path("labels").forEach(label -> own.add(label.asText()));
                    return own.stream().anyMatch(labels::contains)
                            || linked.contains(issue.path("key").asText());
                })
                .toList();
        int start = cloud
                ? Integer.parseInt(json.path("nextPageToken").asText("0"))
                : json.path("startAt").asInt();
        var page = found.stream().skip(start).limit(pageSize).toList();
        var answer = node();
        var list = answer.putArray("issues");
        page.forEach(list::add);
        if (!cloud) {
            answer.put("total", found.size()).put("startAt", start);
        } else if (start + pageSize < found.size()) {
            answer.put("nextPageToken", Integer.toString(start + pageSize));
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
        made.put(key, clock.instant());
        return node().put("id", issue.path("id").asText()).put("key", key);
    }

    /** An issue that people made. */
    public void add(String key, String summary, String type, boolean done) {
        var issue = node().put("id", Integer.toString(9000 + issues.size())).put("key", key);
        issue.putObject("fields").put("summary", summary).putObject("issuetype").put("name", type);
        status(issue, done ? "Finished" : "Open", done ? "done" : "new");
        issue.putObject("properties");
        issues.put(key, issue);
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

    private void answer(HttpExchange exchange, int status, @Nullable JsonNode json) throws IOException {
        if (cloud && json != null && status < 300) {
            published.answered(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath(), json);
        }
        if (!silent) {
            send(exchange, status, json);
        }
    }

    public static void send(HttpExchange exchange, int status, @Nullable JsonNode json) throws IOException {
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
