package dev.gatehouse.trackers.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Stops asking a tracker that does not answer: after some failures in a row nothing is sent for a while, then one
 * request tries, and its fate decides for all.
 */
public final class Breaker {
    private final int failuresToOpen;
    private final Duration openFor;
    private final Clock clock;
    private int failures;
    private @Nullable Instant closedAgain;

    public Breaker(int failuresToOpen, Duration openFor, Clock clock) {
        this.failuresToOpen = failuresToOpen;
        this.openFor = openFor;
        this.clock = clock;
    }

    /** Five failures in a row, thirty seconds. */
    public static Breaker usual(Clock clock) {
        return new Breaker(5, Duration.ofSeconds(30), clock);
    }

    /** Throws when it is open. When its time is over, lets one request through. */
    synchronized void enter() {
        var until = closedAgain;
        if (until == null) {
            return;
        }
        if (clock.instant().isBefore(until)) {
            throw new TrackerProblem(
                    TrackerProblem.Kind.BREAKER_OPEN,
                    "%d requests in a row failed; none is sent until %s".formatted(failures, until),
                    0,
                    until,
                    null);
        }
        closedAgain = clock.instant().plus(openFor);
    }

    synchronized void succeeded() {
        failures = 0;
        closedAgain = null;
    }

    synchronized void failed() {
        failures++;
        if (failures >= failuresToOpen) {
            closedAgain = clock.instant().plus(openFor);
        }
    }
}
