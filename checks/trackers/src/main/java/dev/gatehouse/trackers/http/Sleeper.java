package dev.gatehouse.trackers.http;

import java.time.Duration;

/** Waits; tests let time pass without it. */
@FunctionalInterface
public interface Sleeper {
    Sleeper REAL = duration -> Thread.sleep(Math.max(0, duration.toMillis()));

    void sleep(Duration duration) throws InterruptedException;
}
