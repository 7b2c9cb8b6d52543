package dev.gatehouse.trackers.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.findings.config.Sha256;
import dev.gatehouse.trackers.Published;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * One repository of GitHub with a memory, shaped by GitHub's published OpenAPI description: it refuses what GitHub
 * refuses, and what GitHub would let happen twice happens twice here.
 */
public final class FakeGitHub implements AutoCloseable {
    public static final String TOKEN = "ghs_0123456789secretsecretsecret0123456789";
    public static final String COMMIT = "a".repeat(40);
    private static final int BODY = 65_536;
    private static final int RELEASE_BODY = 125_000;
    private static final Pattern PATH = Pattern.compile("/repos/octo/shop(/.*)?");

    public final Map<Long, ObjectNode> comments = new TreeMap<>();
    public final Map<Long, ObjectNode> checks = new TreeMap<>();
    final Map<Long, List<JsonNode>> annotations = new HashMap<>();
    final List<ObjectNode> statuses = new ArrayList<>();
    final Map<Long, ObjectNode> releases = new TreeMap<>();
    final Map<Long, Map<Long, ObjectNode>> assets = new HashMap<>();
    final Map<String, String> tags = new HashMap<>();
    public final Map<String, JsonNode> sarifs = new LinkedHashMap<>();
    final List<String> log = new ArrayList<>();
    /** What goes wrong with requests, by their number from 0. */
    final Map<Integer, Fault> faults = new HashMap<>();
    /** What goes wrong with every request. */
    Fault always = Fault.NONE;
    /** Answers of 403 by beginning of the path below the repository. */
    final List<String> forbidden = new ArrayList<>();

    /** What is taken beside {@link #TOKEN}: tokens of persons and of installations. */
    final List<String> tokens = new ArrayList<>(List.of(TOKEN));
    /** The App's public key; none where no App is known. */
    java.security.@org.jspecify.annotations.Nullable PublicKey appKey;
    /** How long a token of an installation lives, from its making. */
    java.time.Instant installationEnds = java.time.Instant.MAX;
    /** Headers of answers that say that nothing changed. */
    int unchanged;

    String login = "gatehouse[bot]";
    String sarifStatus = "complete";

    /** What GitHub's description does not have. */
    public final Published published = new Published("github.txt");

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private long ids = 1000;
    private int requests;

    /** Ways to go wrong. */
    enum Fault {
        NONE,
        /** 500, and nothing was done. */
        BROKEN,
        /** The connection ends before anything was done. */
        GONE,
        /** All was done, and then the connection ended. */
        GONE_AFTER,
        /** All was done, and then 502. */
        BAD_GATEWAY_AFTER,
        HTML,
        DRIP,
        UNAUTHORIZED,
        SECONDARY_LIMIT,
        PRIMARY_LIMIT
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;

        Refused(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    public FakeGitHub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var sent = exchange.getRequestBody().readAllBytes();
            var fault = number(exchange);
            switch (fault) {
                case BROKEN -> answer(exchange, 500, "application/json", "{\"message\":\"boom\"}");
                case GONE -> {
                    return;
                }
                case HTML -> answer(exchange, 200, "text/html", "<html><title>Sign in</title></html>");
                case UNAUTHORIZED ->
                    answer(exchange, 401, "application/json", "{\"message\":\"Bad credentials for " + TOKEN + "\"}");
                case SECONDARY_LIMIT -> {
                    exchange.getResponseHeaders().add("Retry-After", "42");
                    answer(exchange, 403, "application/json", "{\"message\":\"secondary rate limit\"}");
                }
                case PRIMARY_LIMIT -> {
                    exchange.getResponseHeaders().add("x-ratelimit-remaining", "0");
                    exchange.getResponseHeaders().add("x-ratelimit-reset", "1764000600");
                    answer(exchange, 429, "application/json", "{\"message\":\"API rate limit exceeded\"}");
                }
                case DRIP -> drip(exchange);
                default -> done(exchange, sent, fault);
            }
        }
    }

    private synchronized Fault number(HttpExchange exchange) {
        log.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        return faults.getOrDefault(requests++, always);
    }

    private void done(HttpExchange exchange, byte[] sent, Fault fault) throws IOException {
        String body;
        int status;
        try {
            var node = work(exchange, sent);
            status = node == null ? 204 : exchange.getRequestMethod().equals("POST") ? 201 : 200;
            body = node == null ? "" : node.toString();
        } catch (Refused no) {
            status = no.status;
            body = JsonNodeFactory.instance
                    .objectNode()
                    .put("message", no.getMessage())
                    .toString();
        }
        if (fault == Fault.GONE_AFTER) {
            return;
        }
        if (fault == Fault.NONE && status == 200 && exchange.getRequestMethod().equals("GET")) {
            var etag = "\"" + Sha256.of(body.getBytes(StandardCharsets.UTF_8)).substring(0, 16) + "\"";
            exchange.getResponseHeaders().set("ETag", etag);
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                unchanged++;
                exchange.sendResponseHeaders(304, -1);
                return;
            }
        }
        answer(exchange, fault == Fault.BAD_GATEWAY_AFTER ? 502 : status, "application/json", body);
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void drip(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        try {
            for (int i = 0; i < 40; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                Thread.sleep(100);
            }
        } catch (InterruptedException | IOException clientLeft) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @org.jspecify.annotations.Nullable JsonNode work(HttpExchange exchange, byte[] sent)
            throws IOException {
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        var asApp = app(exchange, authorization == null ? "" : authorization);
        if (asApp != null) {
            return asApp;
        }
        if (tokens.stream().noneMatch(token -> ("Bearer " + token).equals(authorization))) {
            throw new Refused(401, "Bad credentials");
        }
        if (exchange.getRequestURI().getPath().equals("/user")) {
            return object().put("login", login);
        }
        var path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            throw new Refused(404, "Not Found");
        }
        var below = path.group(1) == null ? "" : path.group(1);
        if (forbidden.stream().anyMatch(below::startsWith)) {
            throw new Refused(403, "Resource not accessible by integration");
        }
        var query = query(exchange.getRequestURI());
        var parts = below.split("/", -1);
        var method = exchange.getRequestMethod();
        boolean isFile = below.matches("/releases/\\d+/assets") && method.equals("POST");
        var json = sent.length == 0 || isFile ? JsonNodeFactory.instance.objectNode() : mapper.readTree(sent);
        published.asked(method, exchange.getRequestURI().getPath(), isFile ? Set.of() : query.keySet(), json);
        var answer = below.isEmpty() ? repository() : answer(method, parts, json, query, isFile, sent);
        if (answer != null) {
            published.answered(method, exchange.getRequestURI().getPath(), answer);
        }
        return answer;
    }

    private @org.jspecify.annotations.Nullable JsonNode answer(
            String method, String[] parts, JsonNode json, Map<String, String> query, boolean isFile, byte[] sent)
            throws IOException {
        return switch (parts[1]) {
            case "issues" -> issues(method, parts, json, query);
            case "check-runs" -> checkRuns(method, parts, json);
            case "commits" -> commits(parts, query);
            case "statuses" -> status(json);
            case "releases" ->
                isFile
                        ? asset(Long.parseLong(parts[2]), query.get("name"), sent)
                        : releases(method, parts, json, query);
            case "git" -> tag(parts);
            case "code-scanning" -> codeScanning(method, parts, json);
            case "pulls" -> array(List.of(object().put("number", 7)));
            default -> throw new Refused(404, "Not Found");
        };
    }

    /** What an App may ask for with a statement that it signed itself. */
    private @org.jspecify.annotations.Nullable JsonNode app(HttpExchange exchange, String authorization) {
        var key = appKey;
        var parts = authorization.replaceFirst("^Bearer ", "").split("\\.", -1);
        if (key == null || parts.length != 3) {
            return null;
        }
        try {
            var verifier = java.security.Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            if (!verifier.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                throw new Refused(401, "A JSON web token could not be decoded");
            }
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/app")) {
            return object().put("slug", "gatehouse");
        }
        if (path.equals("/repos/octo/shop/installation")) {
            return object().put("id", 77);
        }
        if (path.equals("/app/installations/77/access_tokens")) {
            var token = "ghs_" + "i".repeat(32) + ids++;
            tokens.add(token);
            var made = object().put("token", token).put("expires_at", installationEnds.toString());
            made.putObject("permissions").put("checks", "write");
            return made;
        }
        throw new Refused(404, "Not Found");
    }

    private ObjectNode repository() {
        var node = object().put("id", 1)
                .put("name", "shop")
                .put("full_name", "octo/shop")
                .put("private", true);
        node.put("url", url() + "/repos/octo/shop");
        node.set("owner", object().put("login", "octo").put("id", 2));
        return node;
    }

    private @org.jspecify.annotations.Nullable JsonNode issues(
            String method, String[] parts, JsonNode json, Map<String, String> query) {
        if (parts[2].equals("comments")) {
            long id = Long.parseLong(parts[3]);
            if (!comments.containsKey(id)) {
                throw new Refused(404, "Not Found");
            }
            if (method.equals("DELETE")) {
                comments.remove(id);
                return null;
            }
            return comments.get(id).put("body", body(json, "body", BODY));
        }
        if (!parts[2].equals("7")) {
            throw new Refused(404, "Not Found");
        }
        if (method.equals("GET")) {
            return page(new ArrayList<>(comments.values()), query);
        }
        return comment(body(json, "body", BODY), login);
    }

    ObjectNode comment(String body, String author) {
        long id = ids++;
        var node = object().put("id", id).put("body", body);
        node.set("user", object().put("login", author).put("type", author.endsWith("[bot]") ? "Bot" : "User"));
        comments.put(id, node);
        return node;
    }

    private JsonNode checkRuns(String method, String[] parts, JsonNode json) {
        long id = method.equals("POST") ? ids++ : Long.parseLong(parts[2]);
        if (method.equals("POST")) {
            body(json, "name", 255);
            body(json, "head_sha", 40);
        }
        var output = json.path("output");
        if (output.path("annotations").size() > 50) {
            throw new Refused(422, "No more than 50 items are allowed; annotations");
        }
        if (output.path("summary").asText().length() > 65_535) {
            throw new Refused(422, "summary is too long");
        }
        if (!method.equals("POST") && !checks.containsKey(id)) {
            throw new Refused(404, "Not Found");
        }
        var run = checks.computeIfAbsent(id, any -> object().put("id", id).put("status", "queued"));
        json.properties().forEach(entry -> run.set(entry.getKey(), entry.getValue()));
        var all = annotations.computeIfAbsent(id, any -> new ArrayList<>());
        output.path("annotations").forEach(all::add);
        run.set("output", object().put("title", output.path("title").asText()).put("annotations_count", all.size()));
        return run;
    }

    private JsonNode commits(String[] parts, Map<String, String> query) {
        if (parts[3].equals("statuses")) {
            var newest = new ArrayList<>(statuses);
            java.util.Collections.reverse(newest);
            return page(newest, query);
        }
        var named = checks.values().stream()
                .filter(run -> run.path("head_sha").asText().equals(parts[2]))
                .filter(run -> run.path("name").asText().equals(query.get("check_name")))
                .toList();
        var node = object().put("total_count", named.size());
        node.set("check_runs", array(named));
        return node;
    }

    private JsonNode status(JsonNode json) {
        body(json, "state", 20);
        if (json.path("description").asText().length() > 140) {
            throw new Refused(422, "description is too long (maximum is 140 characters)");
        }
        var node = ((ObjectNode) json.deepCopy()).put("id", ids++);
        statuses.add(node);
        return node;
    }

    private @org.jspecify.annotations.Nullable JsonNode releases(
            String method, String[] parts, JsonNode json, Map<String, String> query) {
        if (parts.length == 2 && method.equals("GET")) {
            return page(new ArrayList<>(releases.values()), query);
        }
        if (parts.length == 2) {
            body(json, "tag_name", 255);
            return release(json);
        }
        if (parts[2].equals("assets")) {
            assets.values().forEach(all -> all.remove(Long.parseLong(parts[3])));
            return null;
        }
        long id = Long.parseLong(parts[2]);
        if (parts.length == 4) {
            return array(List.copyOf(assets.getOrDefault(id, Map.of()).values()));
        }
        if (!releases.containsKey(id)) {
            throw new Refused(404, "Not Found");
        }
        if (method.equals("DELETE")) {
            releases.remove(id);
            return null;
        }
        var release = releases.get(id);
        if (method.equals("PATCH")) {
            checkPublished(json, id);
            json.properties().forEach(entry -> release.set(entry.getKey(), entry.getValue()));
            tagIfPublished(release);
        }
        return release;
    }

    ObjectNode release(JsonNode json) {
        long id = ids++;
        checkPublished(json, id);
        body(json, "body", RELEASE_BODY);
        var node = object().put("id", id).put("draft", false).put("prerelease", false);
        json.properties().forEach(entry -> node.set(entry.getKey(), entry.getValue()));
        node.put("upload_url", url() + "/repos/octo/shop/releases/" + id + "/assets{?name,label}");
        releases.put(id, node);
        tagIfPublished(node);
        return node;
    }

    private void checkPublished(JsonNode json, long id) {
        boolean isTaken = releases.values().stream()
                .anyMatch(other -> other.path("id").asLong() != id
                        && !other.path("draft").asBoolean()
                        && other.path("tag_name").equals(json.path("tag_name")));
        if (isTaken && !json.path("draft").asBoolean()) {
            throw new Refused(422, "Validation Failed: tag_name already_exists");
        }
    }

    private void tagIfPublished(ObjectNode release) {
        if (!release.path("draft").asBoolean()) {
            tags.putIfAbsent(
                    release.path("tag_name").asText(),
                    release.path("target_commitish").asText());
        }
    }

    ObjectNode asset(long release, @org.jspecify.annotations.Nullable String name, byte[] content) {
        var all = assets.computeIfAbsent(release, any -> new TreeMap<>());
        if (all.values().stream().anyMatch(asset -> asset.path("name").asText().equals(name))) {
            throw new Refused(422, "Validation Failed: name already_exists");
        }
        long id = ids++;
        var node = object().put("id", id).put("name", name).put("state", "uploaded");
        node.put("size", content.length).put("digest", "sha256:" + Sha256.of(content));
        all.put(id, node);
        return node;
    }

    Map<Long, ObjectNode> assetsOf(long release) {
        return assets.getOrDefault(release, Map.of());
    }

    private JsonNode tag(String[] parts) {
        var commit = tags.get(URLDecoder.decode(parts[parts.length - 1], StandardCharsets.UTF_8));
        if (commit == null) {
            throw new Refused(404, "Not Found");
        }
        var node = object();
        node.set("object", object().put("type", "commit").put("sha", commit));
        return node;
    }

    private JsonNode codeScanning(String method, String[] parts, JsonNode json) throws IOException {
        if (method.equals("GET") && parts[2].equals("alerts")) {
            throw new Refused(404, "no analysis found");
        }
        if (method.equals("GET")) {
            if (!sarifs.containsKey(parts[3])) {
                throw new Refused(404, "Not Found");
            }
            var node = object().put("processing_status", sarifStatus);
            if (sarifStatus.equals("failed")) {
                node.putArray("errors").add("rejecting SARIF, as there are more runs than allowed");
            }
            return node;
        }
        body(json, "commit_sha", 40);
        var zipped = Base64.getDecoder().decode(body(json, "sarif", Integer.MAX_VALUE));
        if (zipped.length > 10_000_000) {
            throw new Refused(413, "The SARIF is too large");
        }
        var id = "sarif-" + ids++;
        try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            sarifs.put(id, mapper.readTree(in));
        }
        return object().put("id", id);
    }

    /** All results that code scanning has now: a category's newest analysis takes the place of the former. */
    synchronized Map<String, Integer> resultsByCategory() {
        var results = new TreeMap<String, Integer>();
        sarifs.values()
                .forEach(sarif -> sarif.path("runs")
                        .forEach(run -> results.put(
                                run.path("automationDetails").path("id").asText(),
                                run.path("results").size())));
        return results;
    }

    private static String body(JsonNode json, String field, int most) {
        var text = json.path(field).asText();
        if (text.isEmpty()) {
            throw new Refused(422, "Invalid request. \"" + field + "\" wasn't supplied.");
        }
        if (text.length() > most) {
            throw new Refused(422, field + " is too long (maximum is " + most + " characters)");
        }
        return text;
    }

    private static ArrayNode page(List<? extends JsonNode> all, Map<String, String> query) {
        int size = Integer.parseInt(query.getOrDefault("per_page", "30"));
        int from = (Integer.parseInt(query.getOrDefault("page", "1")) - 1) * size;
        return array(all.stream().skip(from).limit(size).toList());
    }

    private static ArrayNode array(List<? extends JsonNode> all) {
        return JsonNodeFactory.instance.arrayNode().addAll(all);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Map<String, String> query(URI uri) {
        var query = new HashMap<String, String>();
        if (uri.getRawQuery() != null) {
            for (var pair : uri.getRawQuery().split("&", -1)) {
                int equals = pair.indexOf('=');
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
