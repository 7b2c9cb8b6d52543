package dev.gatehouse.policy.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads the times that a ledger keeps: RFC 3339 in UTC, such as {@code 2026-11-23T10:00:00Z} or with three decimals. A
 * ledger holds millions of them, and {@link Instant#parse}, which is asked for every other shape, is slow.
 */
public final class RecordedTime {
    private static final String SECONDS = "0000-00-00T00:00:00Z";
    private static final String MILLIS = "0000-00-00T00:00:00.000Z";
    private static final int DAY = 86_400;

    private RecordedTime() {}

    /** Throws {@link DateTimeException} for what is no time. */
    public static Instant parse(String text) {
        if (!hasShape(text, SECONDS) && !hasShape(text, MILLIS)) {
            return Instant.parse(text);
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        int millis = text.length() == MILLIS.length() ? number(text, 20, 23) : 0;
        return Instant.ofEpochSecond(day * DAY + hour * 3600L + minute * 60L + second, millis * 1_000_000L);
    }

    /** Whether there is a digit where {@code shape} has a zero, and the same everywhere else. */
    private static boolean hasShape(String text, String shape) {
        if (text.length() != shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char c = text.charAt(i);
            char expected = shape.charAt(i);
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
