import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A Jira that answers after 50 ms, and with 429 whoever asks more than ten times in a second. */
final class SlowJira implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern LABEL = Pattern.compile("gatehouse-[0-9a-f]+");
    private static final int PAGE = 100;

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final java.util.concurrent.ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Map<String, ObjectNode> issues = new LinkedHashMap<>();
    private final Map<String, List<String>> byLabel = new LinkedHashMap<>();
    private final Deque<Long> asked = new ArrayDeque<>();
    private int requests;
    private int refused;

    SlowJira() throws IOException {
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized int requests() {
        return requests;
    }

    synchronized int refused() {
        return refused;
    }

    synchronized int issues() {
        return issues.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            Thread.sleep(50);
            if (isTooFast()) {
                exchange.getResponseHeaders().set("Retry-After", "1");
                exchange.getResponseHeaders().set("RateLimit-Reason", "jira-burst-based");
                exchange.sendResponseHeaders(429, -1);
                return;
            }
            var answer = answer(
                    exchange.getRequestURI().getPath(), body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
            var bytes = JSON.writeValueAsBytes(answer);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isTooFast() {
        requests++;
        long now = System.nanoTime();
        while (!asked.isEmpty() && now - asked.peek() > 1_000_000_000L) {
            asked.poll();
        }
        if (asked.size() >= 10) {
            refused++;
            return true;
        }
        asked.add(now);
        return false;
    }

    private synchronized JsonNode answer(String path, JsonNode body) {
        if (path.endsWith("/serverInfo")) {
            return JSON.createObjectNode().put("deploymentType", "Cloud");
        }
        if (path.endsWith("/search/jql")) {
            return search(body);
        }
        if (path.endsWith("/issue/bulk")) {
            var answer = JSON.createObjectNode();
            var made = answer.putArray("issues");
            body.path("issueUpdates").forEach(one -> made.add(create(one)));
            answer.putArray("errors");
            return answer;
        }
        return path.endsWith("/issue") ? create(body) : JSON.createObjectNode();
    }

    private ObjectNode search(JsonNode body) {
        var found = new ArrayList<String>();
        var labels = LABEL.matcher(body.path("jql").asText());
        while (labels.find()) {
            found.addAll(byLabel.getOrDefault(labels.group(), List.of()));
        }
        int start = Integer.parseInt(body.path("nextPageToken").asText("0"));
        var answer = JSON.createObjectNode();
        var page = answer.putArray("issues");
        found.stream().skip(start).limit(PAGE).map(issues::get).forEach(page::add);
        if (start + PAGE < found.size()) {
            answer.put("nextPageToken", Integer.toString(start + PAGE));
        } else {
            answer.put("isLast", true);
        }
        return answer;
    }

    private ObjectNode create(JsonNode one) {
        var key = "SHOP-" + (issues.size() + 1);
        var issue = JSON.createObjectNode().put("id", Integer.toString(issues.size() + 1)).put("key", key);
        var fields = issue.putObject("fields");
        fields.set("labels", one.path("fields").path("labels"));
        fields.putObject("status").put("name", "Open").putObject("statusCategory").put("key", "new");
        var properties = issue.putObject("properties");
        one.path("properties").forEach(property -> properties.set(property.path("key").asText(), property.path("value")));
        one.path("fields").path("labels").forEach(label -> byLabel.computeIfAbsent(label.asText(), none -> new ArrayList<>())
                .add(key));
        issues.put(key, issue);
        return JSON.createObjectNode().put("id", issue.path("id").asText()).put("key", key);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
