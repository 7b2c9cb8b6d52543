package dev.gatehouse.trackers.github.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.trackers.github.place.RepositoryName;
import dev.gatehouse.trackers.http.Answer;
import dev.gatehouse.trackers.http.ApiClient;
import dev.gatehouse.trackers.http.Call;
import dev.gatehouse.trackers.http.TrackerProblem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One repository behind GitHub's REST API, with the credentials that open it. */
public final class Door {
    /** Of {@code X-GitHub-Api-Version}; the API keeps each for two years at least after the next. */
    private static final String VERSION = "2022-11-28";

    private static final int PAGE = 100;
    /** Of a list that we look through; 10,000 comments or releases. */
    private static final int MOST_PAGES = 100;

    private final ApiClient client;
    private final Function<URI, ApiClient> elsewhere;
    private final RepositoryName repository;
    private final Map<String, Answer> read = new HashMap<>();

    /**
     * @param elsewhere a client with the same credentials for another base address, for files of releases
     */
    public Door(ApiClient client, Function<URI, ApiClient> elsewhere, RepositoryName repository) {
        this.client = client;
        this.elsewhere = elsewhere;
        this.repository = repository;
    }

    public RepositoryName repository() {
        return repository;
    }

    public ApiClient client() {
        return client;
    }

    /** {@code /repos/OWNER/NAME} and what is below it; {@code below} is encoded already. */
    public String path(String below) {
        return "/repos/" + repository + below;
    }

    public JsonNode get(String path) {
        return send(Call.get(path)).json();
    }

    /** The answer, or nothing for 404. */
    public Optional<JsonNode> find(String path) {
        try {
            return Optional.of(get(path));
        } catch (TrackerProblem problem) {
            if (problem.kind() == TrackerProblem.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    public JsonNode post(String path, JsonNode body) {
        return send(Call.post(path, bytes(body))).json();
    }

    public JsonNode patch(String path, JsonNode body) {
        return send(Call.patch(path, bytes(body))).json();
    }

    /** Deletes; what is gone already is fine. */
    public void delete(String path) {
        try {
            send(Call.delete(path));
        } catch (TrackerProblem problem) {
            if (problem.kind() != TrackerProblem.Kind.NOT_FOUND) {
                throw problem;
            }
        }
    }

    /** All pages of a list. */
    public List<JsonNode> list(String path) {
        var all = new ArrayList<JsonNode>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            var answer =
                    send(Call.get(path).with("per_page", Integer.toString(PAGE)).with("page", Integer.toString(page)));
            answer.json().forEach(all::add);
            if (answer.json().size() < PAGE) {
                break;
            }
        }
        return all;
    }

    /**
     * Sends a file to where GitHub says that a release's files go ({@code upload_url}).
     *
     * @param url up to its template parameters
     */
    public JsonNode upload(String url, String name, String type, byte[] content) {
        var target = URI.create(url.replaceFirst("\\{.*$", ""));
        if (!isOfGitHub(target)) {
            throw new TrackerProblem(
                    TrackerProblem.Kind.NOT_THE_API,
                    "GitHub wants a file sent to '%s', which is another host and must not get the credentials"
                            .formatted(VisibleText.word(String.valueOf(target.getHost()))));
        }
        var base = URI.create(target.getScheme() + "://" + target.getRawAuthority());
        var call =
                Call.post(target.getRawPath(), content).withBody(type, content).with("name", name);
        return send(elsewhere.apply(base), call).json();
    }

    /** Files go to the API's host (Enterprise Server), or to {@code uploads.X} where the API is {@code api.X}. */
    private boolean isOfGitHub(URI target) {
        var base = client.base();
        var host = String.valueOf(target.getHost());
        var sister = base.getHost().replaceFirst("^api\\.", "uploads.");
        return base.getScheme().equals(target.getScheme()) && (host.equals(base.getHost()) || host.equals(sister));
    }

    /**
     * Sends; what was read before is asked for on condition that it changed, which GitHub does not count as a request
     * when it did not.
     */
    public Answer send(Call call) {
        if (!call.method().equals("GET")) {
            return send(client, call);
        }
        var key = call.path() + call.query();
        var known = read.get(key);
        var etag = known == null ? Optional.<String>empty() : known.header("ETag");
        var answer = send(
                client, etag.map(tag -> call.withHeader("If-None-Match", tag)).orElse(call));
        if (known != null && answer.status() == 304) {
            return known;
        }
        read.put(key, answer);
        return answer;
    }

    private static Answer send(ApiClient client, Call call) {
        return client.send(
                call.withHeader("Accept", "application/vnd.github+json").withHeader("X-GitHub-Api-Version", VERSION));
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static byte[] bytes(JsonNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
