package dev.gatehouse.server.edge.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.server.edge.store.Documents;
import dev.gatehouse.server.edge.store.Outcome;
import dev.gatehouse.server.log.EventLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The documents of another edge, pulled. It need not be trusted: what it gives is checked like a file. Asks with
 * If-None-Match, and less and less often while the other one does not answer.
 */
public final class UpstreamSource implements DocumentSource {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int LARGEST_DOCUMENT = 1 << 20;
    private static final int LARGEST_INDEX = 16 << 20;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final URI base;
    private final List<Track> wanted;
    private final EventLog log;
    private final BackOff backOff;
    private final HttpClient client;
    private final Map<URI, String> tags = new HashMap<>();
    private List<Track> listed = List.of();
    private boolean failing;
    private volatile boolean closed;
    private Thread thread = new Thread();

    /**
     * @param base the other edge, {@code https://edge.example}
     * @param wanted what to pull; empty for everything in the other edge's index
     */
    public UpstreamSource(URI base, List<Track> wanted, Duration every, EventLog log, RandomGenerator random) {
        if (!("https".equals(base.getScheme()) || "http".equals(base.getScheme())) || base.getHost() == null) {
            throw new BadInput("'%s' is no address of an edge: write it as https://edge.example".formatted(base));
        }
        this.base = base;
        this.wanted = List.copyOf(wanted);
        this.log = log;
        this.backOff = new BackOff(every, LONGEST_PAUSE, random);
        this.client = HttpClient.newBuilder()
                .connectTimeout(TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public void start(Documents documents) {
        thread = new Thread(() -> follow(documents), "gatehouse-upstream");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public String name() {
        return base.getScheme() + "://" + base.getRawAuthority();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void follow(Documents documents) {
        while (!closed) {
            var pause = pull(documents) ? backOff.afterSuccess() : backOff.afterFailure();
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** One round; false when the other edge could not be asked. */
    private boolean pull(Documents documents) {
        try {
            var tracks = wanted.isEmpty() ? index() : wanted;
            for (var track : tracks) {
                pull(documents, track);
            }
            if (failing) {
                failing = false;
                log.info("upstream.back", Map.of("from", name()));
            }
            return true;
        } catch (IOException | BadInput e) {
            if (!failing) {
                failing = true;
                log.alarm("upstream.unreachable", Map.of("from", name(), "detail", String.valueOf(e.getMessage())));
            }
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void pull(Documents documents, Track track) throws IOException, InterruptedException {
        var address = base.resolve(
                "/v1/apps/%s/%s/policy?channel=%s".formatted(track.app(), track.platform(), track.channel()));
        var response = get(address, LARGEST_DOCUMENT);
        if (response.status() == 200
                && documents.offer(track, response.body(), name() + " " + track) != Outcome.REFUSED) {
            // what was refused is asked for again, since it may be good by then
            tags.put(address, response.tag());
        }
    }

    private List<Track> index() throws IOException, InterruptedException {
        var address = base.resolve("/v1/apps");
        var response = get(address, LARGEST_INDEX);
        if (response.status() == 404) {
            throw new BadInput("it has no index: start it with --index, or name what to pull with --track");
        }
        if (response.status() == 200) {
            var tracks = new ArrayList<Track>();
            for (var document : MAPPER.readTree(response.body()).path("documents")) {
                tracks.add(new Track(text(document, "app"), text(document, "platform"), text(document, "channel")));
            }
            listed = List.copyOf(tracks);
            tags.put(address, response.tag());
        }
        return listed;
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText("");
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Response(int status, byte[] body, String tag) {}

    private Response get(URI address, int largest) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address).timeout(TIMEOUT);
        var tag = tags.get(address);
        if (tag != null && !tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var in = response.body()) {
            var body = in.readNBytes(largest + 1);
            if (body.length > largest) {
                throw new IOException(address.getPath() + " is larger than " + largest + " bytes");
            }
            int status = response.statusCode();
            if (status != 200 && status != 304 && status != 404) {
                throw new IOException(address.getPath() + " was answered with status " + status);
            }
            return new Response(
                    status, body, response.headers().firstValue("etag").orElse(""));
        }
    }
}
