package dev.gatehouse.policy.train;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;

/**
 * Days without releases, with their names.
 *
 * @param once on one date
 * @param yearly every year; 29 February only in leap years
 */
public record Holidays(Map<LocalDate, String> once, Map<MonthDay, String> yearly) {
    public static final Holidays NONE = new Holidays(Map.of(), Map.of());

    public Holidays {
        once = Map.copyOf(once);
        yearly = Map.copyOf(yearly);
    }

    /** The name of the holiday on that day. */
    public Optional<String> on(LocalDate day) {
        return Optional.ofNullable(once.get(day)).or(() -> Optional.ofNullable(yearly.get(MonthDay.from(day))));
    }
}
