package dev.gatehouse.policy.edge.answer;

import java.time.Duration;

/**
 * How long caches keep an answer (RFC 9111, RFC 5861).
 *
 * @param maxAge without asking again
 * @param staleWhileRevalidate longer, while they ask in the background
 * @param staleIfError longer, when the edge cannot be reached
 */
public record CacheTimes(Duration maxAge, Duration staleWhileRevalidate, Duration staleIfError) {
    /** Five minutes, an hour, a day: well within the days that a document is valid. */
    public static final CacheTimes DOCUMENT =
            new CacheTimes(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1));
    /** A decision ages faster than a document: the next minimum's date may pass. */
    public static final CacheTimes DECISION =
            new CacheTimes(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1));

    public String header() {
        return "public, max-age=%d, stale-while-revalidate=%d, stale-if-error=%d"
                .formatted(maxAge.toSeconds(), staleWhileRevalidate.toSeconds(), staleIfError.toSeconds());
    }
}
