package dev.gatehouse.server.control.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How times and numbers are written on pages. */
public final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final int SHORT = 12;

    private Words() {}

    public static String time(Instant time) {
        return TIME.format(time);
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A span of time in its largest unit, such as {@code 3 hours}. */
    public static String span(Duration span) {
        if (span.toDays() > 0) {
            return count(span.toDays(), "day");
        }
        return span.toHours() > 0 ? count(span.toHours(), "hour") : count(Math.max(span.toMinutes(), 0), "minute");
    }

    private static String count(long count, String unit) {
        return "%d %s%s".formatted(count, unit, count == 1 ? "" : "s");
    }

    public static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    public static String percent(double percent) {
        return String.format(Locale.ENGLISH, percent < 10 ? "%.1f %%" : "%.0f %%", percent);
    }

    /** The beginning of a digest, enough to tell it from others. */
    public static String brief(String digest) {
        return digest.length() <= SHORT ? digest : digest.substring(0, SHORT);
    }

    /** {@code RELEASE_MANAGER} as {@code release manager}. */
    public static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
