package health;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A day's opening hours, as whole hours from 0 to 24; a day on which the shop is closed has the same hour twice. */
public record Day(String day, int from, int until) {
    private static final int OPENS = 9;
    private static final int CLOSES = 18;

    static Day of(DayOfWeek day) {
        var name = day.name().toLowerCase(Locale.ROOT);
        return day == DayOfWeek.SUNDAY ? new Day(name, 0, 0) : new Day(name, OPENS, CLOSES);
    }

    /** The day of that English name in lower case, if it is one. */
    static Optional<Day> named(String name) {
        return Arrays.stream(DayOfWeek.values())
                .map(Day::of)
                .filter(day -> day.day().equals(name))
                .findFirst();
    }
}
