package dev.gatehouse.trackers.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Spreads requests evenly, so that a limit of so many a second is kept before the tracker has to say so. */
final class Pace {
    private final Duration gap;
    private final Clock clock;
    private final Sleeper sleeper;
    private Instant next = Instant.MIN;

    Pace(int perSecond, Clock clock, Sleeper sleeper) {
        this.gap = perSecond <= 0 ? Duration.ZERO : Duration.ofNanos(1_000_000_000L / perSecond);
        this.clock = clock;
        this.sleeper = sleeper;
    }

    void await() throws InterruptedException {
        Duration wait;
        synchronized (this) {
            var now = clock.instant();
            var start = next.isAfter(now) ? next : now;
            next = start.plus(gap);
            wait = Duration.between(now, start);
        }
        if (!wait.isZero()) {
            sleeper.sleep(wait);
        }
    }
}
