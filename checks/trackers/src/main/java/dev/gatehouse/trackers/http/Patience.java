package dev.gatehouse.trackers.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Sends again what may be sent again: after a short limit any request, since it was not done; after a failure only one
 * that does no more when done twice.
 */
public final class Patience {
    private static final int MOST_TRIES = 4;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private final ApiClient client;
    private final Duration longestWait;
    private final Clock clock;
    private final Sleeper sleeper;

    /**
     * @param longestWait that one request may spend waiting; zero to never wait
     */
    public Patience(ApiClient client, Duration longestWait, Clock clock, Sleeper sleeper) {
        this.client = client;
        this.longestWait = longestWait;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    public ApiClient client() {
        return client;
    }

    /** As {@link ApiClient#send}. */
    public Answer send(Call call) {
        var end = clock.instant().plus(longestWait);
        for (int attempt = 0; ; attempt++) {
            try {
                return client.send(call);
            } catch (TrackerProblem problem) {
                var again = again(call, problem, attempt);
                if (attempt + 1 >= MOST_TRIES || !again.isBefore(end) || !waited(again)) {
                    throw problem;
                }
            }
        }
    }

    /** When to try again; {@link Instant#MAX} for never. */
    private Instant again(Call call, TrackerProblem problem, int attempt) {
        return switch (problem.kind()) {
            case THROTTLED, THROTTLED_HERE -> problem.retryAt().orElse(Instant.MAX);
            case UNREACHABLE, TIMED_OUT, SERVER_FAULT ->
                // one who has never answered is down, and asking again at once only takes time
                call.repeatable() && client.hasAnswered()
                        ? problem.retryAt()
                                .orElseGet(() -> clock.instant().plus(FIRST_WAIT.multipliedBy(1L << attempt)))
                        : Instant.MAX;
            default -> Instant.MAX;
        };
    }

    private boolean waited(Instant until) {
        try {
            var wait = Duration.between(clock.instant(), until);
            sleeper.sleep(wait.isNegative() ? Duration.ZERO : wait.plusMillis(1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
