package dev.gatehouse.trackers.http;

import java.time.Duration;

/**
 * Bounds of every request.
 *
 * @param connect time to get a connection
 * @param request time from sending to the last byte of the answer, so a server that drips cannot hold a build
 * @param mostBytes of an answer's body; longer ones are refused
 * @param perSecond requests a second at most, spread evenly; 0 for no limit of our own
 */
public record HttpSettings(Duration connect, Duration request, int mostBytes, int perSecond) {
    public static final HttpSettings DEFAULT =
            new HttpSettings(Duration.ofSeconds(10), Duration.ofSeconds(30), 16 << 20, 10);

    public HttpSettings withRequest(Duration limit) {
        return new HttpSettings(connect, limit, mostBytes, perSecond);
    }

    public HttpSettings withPerSecond(int requests) {
        return new HttpSettings(connect, request, mostBytes, requests);
    }
}
