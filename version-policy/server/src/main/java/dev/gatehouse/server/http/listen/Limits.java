package dev.gatehouse.server.http.listen;

import java.time.Duration;

/**
 * What a listener puts up with.
 *
 * @param line bytes of the request line
 * @param fields bytes of all header fields
 * @param connections at the same time; more are closed at once
 * @param request how long a request may take to arrive
 * @param idle how long a connection may stay open without a request
 * @param stop how long requests may go on when the server stops
 */
public record Limits(int line, int fields, int connections, Duration request, Duration idle, Duration stop) {
    /** Gateways send a client's whole target in a field or as a path, and clients' targets are up to 8 KiB. */
    public static final Limits USUAL = new Limits(
            10 * 1024, 16 * 1024, 20_000, Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(10));
}
