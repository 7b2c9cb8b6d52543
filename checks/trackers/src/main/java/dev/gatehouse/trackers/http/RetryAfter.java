package dev.gatehouse.trackers.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * {@code Retry-After} (RFC 9110 §10.2.3) and headers like it. A point in time is compared with the answer's own
 * {@code Date}, never with this machine's clock, which may be wrong.
 */
public final class RetryAfter {
    /** Nobody means more than the hour by which quotas are counted. */
    private static final Duration LONGEST = Duration.ofHours(2);

    private RetryAfter() {}

    /** Seconds or a date. */
    public static Optional<Duration> in(HttpHeaders headers) {
        return headers.firstValue("Retry-After").flatMap(value -> delay(value, headers));
    }

    /** The time until the point that {@code header} names: seconds since 1970, an HTTP date or ISO 8601. */
    public static Optional<Duration> until(HttpHeaders headers, String header) {
        return headers.firstValue(header)
                .flatMap(RetryAfter::instant)
                .flatMap(instant -> now(headers).map(now -> bounded(Duration.between(now, instant))));
    }

    private static Optional<Duration> delay(String value, HttpHeaders headers) {
        var text = value.strip();
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(text))));
        }
        return httpDate(text).flatMap(instant -> now(headers).map(now -> bounded(Duration.between(now, instant))));
    }

    private static Optional<Instant> now(HttpHeaders headers) {
        return headers.firstValue("Date").flatMap(RetryAfter::httpDate);
    }

    private static Optional<Instant> instant(String value) {
        var text = value.strip();
        if (text.matches("[0-9]{1,12}")) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
        }
        return httpDate(text).or(() -> iso(text));
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException notSuchADate) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> iso(String text) {
        try {
            return Optional.of(
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text.replaceFirst("Z$", "+00:00"), Instant::from));
        } catch (DateTimeException notSuchADate) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration delay) {
        if (delay.isNegative()) {
            return Duration.ZERO;
        }
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }
}
