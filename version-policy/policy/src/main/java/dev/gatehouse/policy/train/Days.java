package dev.gatehouse.policy.train;

import dev.gatehouse.findings.config.YamlValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads days of the settings: {@code 2026-12-24}, or for a holiday of every year {@code 12-24}. */
final class Days {
    private static final Pattern YEARLY = Pattern.compile("[0-9]{2}-[0-9]{2}");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2999;

    private Days() {}

    static LocalDate date(YamlValue value) {
        var date = value.date();
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw value.wrong("%s is not between %d and %d".formatted(date, FIRST_YEAR, LAST_YEAR));
        }
        return date;
    }

    /** A list of days, each a date alone or a map of {@code date} and {@code name}. */
    static Holidays holidays(YamlValue value) {
        var once = new HashMap<LocalDate, String>();
        var yearly = new HashMap<MonthDay, String>();
        for (var element : value.list()) {
            var map = element.isMap() ? element.map().only("date", "name") : null;
            var date = map == null ? element : map.require("date");
            var name = map == null
                    ? "a holiday"
                    : map.get("name").map(YamlValue::text).orElse("a holiday");
            if (YEARLY.matcher(date.text()).matches()) {
                put(yearly, monthDay(date), name, date);
            } else {
                put(once, date(date), name, date);
            }
        }
        return new Holidays(once, yearly);
    }

    private static MonthDay monthDay(YamlValue value) {
        try {
            return MonthDay.parse("--" + value.text());
        } catch (DateTimeException e) {
            throw value.wrong("'%s' is no day of a year: write it as 12-24".formatted(value.text()));
        }
    }

    private static <K> void put(Map<K, String> days, K day, String name, YamlValue place) {
        if (days.put(day, name) != null) {
            throw place.wrong("'%s' is there twice".formatted(place.text()));
        }
    }
}
