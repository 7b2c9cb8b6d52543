package dev.gatehouse.trackers.http;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests to one tracker. Every failure is a {@link TrackerProblem} that says what it means; redirects are not
 * followed, since the next host must not get the credentials.
 */
public final class ApiClient {
    private final URI base;
    private final Authorization authorization;
    private final HttpSettings settings;
    private final Breaker breaker;
    private final Pace pace;
    private final Mask mask;
    private final Answers answers;
    private final HttpClient http;
    private volatile boolean answered;

    /**
     * @param base of all paths, such as {@code https://example.atlassian.net}; without a slash at the end
     */
    public ApiClient(
            URI base,
            Authorization authorization,
            HttpSettings settings,
            Refusals refusals,
            Breaker breaker,
            Clock clock,
            Sleeper sleeper) {
        this.base = base;
        this.authorization = authorization;
        this.settings = settings;
        this.breaker = breaker;
        this.pace = new Pace(settings.perSecond(), clock, sleeper);
        this.mask = new Mask(authorization.secrets());
        this.answers = new Answers(base, refusals, mask, clock);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connect())
                .proxy(ProxySelector.getDefault())
                .build();
    }

    /** Whether anything has ever answered there. */
    boolean hasAnswered() {
        return answered;
    }

    public URI base() {
        return base;
    }

    /** Takes this client's secrets out of a text. */
    public Mask mask() {
        return mask;
    }

    /**
     * Sends once and waits for the answer.
     *
     * @throws TrackerProblem for every answer whose status is not from 200 to 299, and for none
     */
    public Answer send(Call call) {
        breaker.enter();
        try {
            var answer = answers.read(call, exchange(call));
            breaker.succeeded();
            return answer;
        } catch (TrackerProblem problem) {
            count(problem);
            throw problem;
        }
    }

    private void count(TrackerProblem problem) {
        switch (problem.kind()) {
            case UNREACHABLE, TIMED_OUT, SERVER_FAULT, NOT_THE_API -> breaker.failed();
            default -> breaker.succeeded();
        }
    }

    private HttpResponse<byte[]> exchange(Call call) {
        var asked = System.nanoTime();
        var limit = settings.limit(answered);
        try {
            pace.await();
            asked = System.nanoTime();
            var pending = http.sendAsync(request(call, limit), info -> new BoundedBody(settings.mostBytes()));
            try {
                var response = pending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
                answered = true;
                return response;
            } finally {
                pending.cancel(true);
            }
        } catch (TimeoutException e) {
            throw new TrackerProblem(
                    TrackerProblem.Kind.TIMED_OUT,
                    "%s gave no whole answer to %s within %s".formatted(base.getHost(), what(call), seconds(limit)),
                    0,
                    null,
                    e);
        } catch (ExecutionException e) {
            throw broken(call, e.getCause() == null ? e : e.getCause(), Duration.ofNanos(System.nanoTime() - asked));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrackerProblem(
                    TrackerProblem.Kind.UNREACHABLE, "interrupted while asking " + base.getHost(), 0, null, e);
        }
    }

    private TrackerProblem broken(Call call, Throwable cause, Duration took) {
        if (cause instanceof BoundedBody.TooLong tooLong) {
            return new TrackerProblem(
                    TrackerProblem.Kind.NOT_THE_API,
                    "%s: %s, which no answer of its API is".formatted(what(call), tooLong.getMessage()),
                    0,
                    null,
                    cause);
        }
        var words = cause instanceof IOException && cause.getMessage() != null
                ? mask.of(cause.getMessage())
                : cause.getClass().getSimpleName();
        return new TrackerProblem(
                TrackerProblem.Kind.UNREACHABLE,
                "%s is not reachable for %s: %s (after %s)".formatted(base.getHost(), what(call), words, seconds(took)),
                0,
                null,
                cause);
    }

    private HttpRequest request(Call call, Duration limit) {
        var builder = HttpRequest.newBuilder(URI.create(base + call.target()))
                .timeout(limit)
                .header("Accept", "application/json")
                .header("User-Agent", "gatehouse");
        if (!authorization.header().isEmpty()) {
            builder.header("Authorization", authorization.header());
        }
        call.headers().forEach(builder::setHeader);
        var body = call.body();
        if (body == null) {
            return builder.method(call.method(), HttpRequest.BodyPublishers.noBody())
                    .build();
        }
        return builder.setHeader("Content-Type", body.type())
                .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(body.bytes()))
                .build();
    }

    static String what(Call call) {
        return call.method() + " " + call.path();
    }

    private static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }
}
