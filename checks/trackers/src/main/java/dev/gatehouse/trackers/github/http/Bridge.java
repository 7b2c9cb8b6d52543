package dev.gatehouse.trackers.github.http;

import dev.gatehouse.trackers.http.Answer;
import dev.gatehouse.trackers.http.Call;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/**
 * Lets the library org.kohsuke:github-api send through our own client: its time limits, rate limits and words for
 * failures hold for the library's calls too. A failure passes through the library as the
 * {@link dev.gatehouse.trackers.http.TrackerProblem} that it is.
 */
public final class Bridge {
    private final Door door;
    private @Nullable GHRepository repository;

    public Bridge(Door door) {
        this.door = door;
    }

    /** A call of the library; its checked exceptions are faults of ours, for failures of GitHub are none of them. */
    @FunctionalInterface
    public interface LibraryCall<T> {
        T make() throws IOException;
    }

    public static <T> T calling(LibraryCall<T> call) {
        try {
            return call.make();
        } catch (IOException e) {
            throw new UncheckedIOException("the GitHub library could not read an answer", e);
        }
    }

    /** The repository; asked for once. */
    public GHRepository repository() {
        var known = repository;
        if (known == null) {
            known = calling(() -> gitHub().getRepository(door.repository().toString()));
            repository = known;
        }
        return known;
    }

    private GitHub gitHub() throws IOException {
        return new GitHubBuilder()
                .withEndpoint(door.client().base().toString())
                .withConnector(connector())
                .build();
    }

    private GitHubConnector connector() {
        return request -> response(request, door.send(call(request)));
    }

    private Call call(GitHubConnectorRequest request) throws IOException {
        var url = request.url().toString();
        var base = door.client().base().toString();
        if (!url.startsWith(base + "/")) {
            throw new IOException("the library wants to ask another host, which must not get the credentials");
        }
        var headers = new LinkedHashMap<String, String>();
        var accept = request.header("Accept");
        if (accept != null) {
            headers.put("Accept", accept);
        }
        return new Call(
                request.method(),
                url.substring(base.length()),
                Map.of(),
                headers,
                body(request),
                !request.method().equals("POST"));
    }

    private static Call.@Nullable Body body(GitHubConnectorRequest request) throws IOException {
        try (InputStream in = request.hasBody() ? request.body() : null) {
            return in == null ? null : new Call.Body(String.valueOf(request.contentType()), in.readAllBytes());
        }
    }

    private static GitHubConnectorResponse response(GitHubConnectorRequest request, Answer answer) {
        var bytes = answer.json().isMissingNode()
                ? new byte[0]
                : answer.json().toString().getBytes(StandardCharsets.UTF_8);
        return new GitHubConnectorResponse(
                request, answer.status(), answer.headers().map()) {
            @Override
            public InputStream bodyStream() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public void close() {
                // all of the body is in memory
            }
        };
    }
}
