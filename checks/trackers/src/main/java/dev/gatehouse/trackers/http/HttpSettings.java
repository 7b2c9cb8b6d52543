package dev.gatehouse.trackers.http;

import java.time.Duration;

/**
 * Bounds of every request.
 *
 * @param connect time to get a connection
 * @param first time for the first request of a client, which shows whether anybody is there at all
 * @param request time from sending to the last byte of the answer, so a server that drips cannot hold a build
 * @param mostBytes of an answer's body; longer ones are refused
 * @param perSecond requests a second at most, spread evenly; 0 for no limit of our own
 */
public record HttpSettings(Duration connect, Duration first, Duration request, int mostBytes, int perSecond) {
    /** For those who have time. */
    public static final HttpSettings DEFAULT =
            new HttpSettings(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(30), 16 << 20, 10);

    /** For a build, which a tracker that is down must not hold up: whoever gives no answer in three seconds is down. */
    public static final HttpSettings BUILD =
            new HttpSettings(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(15), 16 << 20, 10);

    public HttpSettings withPerSecond(int requests) {
        return new HttpSettings(connect, first, request, mostBytes, requests);
    }

    /** How long the next request may take. */
    Duration limit(boolean answered) {
        return answered || first.compareTo(request) > 0 ? request : first;
    }
}
