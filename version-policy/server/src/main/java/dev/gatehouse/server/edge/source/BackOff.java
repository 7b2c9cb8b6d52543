package dev.gatehouse.server.edge.source;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits longer after every failure, and never as long as others do, so that edges do not come back all at once. */
final class BackOff {
    private static final int MOST_DOUBLINGS = 16;

    private final Duration usual;
    private final Duration longest;
    private final RandomGenerator random;
    private int failures;

    BackOff(Duration usual, Duration longest, RandomGenerator random) {
        this.usual = usual;
        this.longest = longest;
        this.random = random;
    }

    Duration afterSuccess() {
        failures = 0;
        return spread(usual);
    }

    Duration afterFailure() {
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
        var doubled = usual.multipliedBy(1L << failures);
        return spread(doubled.compareTo(longest) > 0 ? longest : doubled);
    }

    /** Three quarters to five quarters of it. */
    private Duration spread(Duration wait) {
        return Duration.ofMillis((long) (wait.toMillis() * (0.75 + random.nextDouble() / 2)));
    }
}
