package dev.gatehouse.cli.release;

import dev.gatehouse.policy.train.Freeze;
import dev.gatehouse.policy.train.ReleaseTrain;
import dev.gatehouse.policy.train.ReleaseWindow;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code gatehouse release plan} prints; as JSON it is this record. */
record PlanView(
        String train, String timeZone, String minor, String major, List<Row> windows, List<FrozenDays> freezes) {

    /** One window; {@code opens} and {@code closes} are the first moments in it and after it. */
    record Row(
            long number,
            LocalDate planned,
            LocalDate day,
            LocalDate lastDay,
            OffsetDateTime opens,
            OffsetDateTime closes,
            String kind,
            String state,
            @Nullable String note) {
        static Row of(ReleaseWindow window) {
            return new Row(
                    window.number(),
                    window.planned(),
                    window.day(),
                    window.lastDay(),
                    window.opens().toOffsetDateTime(),
                    window.closes().toOffsetDateTime(),
                    window.kind().label(),
                    window.state().name().toLowerCase(Locale.ROOT),
                    window.note().isEmpty() ? null : window.note());
        }
    }

    record FrozenDays(LocalDate from, LocalDate to, String reason) {}

    static PlanView of(ReleaseTrain train, List<ReleaseWindow> windows) {
        return new PlanView(
                train.name(),
                train.calendar().zone().getId(),
                train.minor().toString(),
                train.major().toString(),
                windows.stream().map(Row::of).toList(),
                freezes(train, windows)
                        .map(freeze -> new FrozenDays(freeze.from(), freeze.to(), freeze.reason()))
                        .toList());
    }

    static List<String> lines(ReleaseTrain train, List<ReleaseWindow> windows) {
        var lines = new ArrayList<String>();
        lines.add("%s: minor %s, major %s, patch any time (%s)"
                .formatted(
                        train.name(),
                        train.minor(),
                        train.major(),
                        train.calendar().zone()));
        lines.add("%-4s  %-14s  %-10s  %-5s  %s".formatted("no.", "opens", "last day", "kind", ""));
        windows.forEach(window -> lines.add(line(window).stripTrailing()));
        freezes(train, windows).forEach(freeze -> lines.add(freeze.toString()));
        return lines;
    }

    private static String line(ReleaseWindow window) {
        boolean opens = window.state().opens();
        return "%-4d  %s %s  %-10s  %-5s  %s"
                .formatted(
                        window.number(),
                        window.day().getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
                        window.day(),
                        opens ? window.lastDay() : "-",
                        opens ? window.kind().label() : "-",
                        window.note().isEmpty()
                                ? ""
                                : window.state().name().toLowerCase(Locale.ROOT) + ": " + window.note());
    }

    /** Those that touch the days of these windows. */
    private static Stream<Freeze> freezes(ReleaseTrain train, List<ReleaseWindow> windows) {
        return train.calendar().freezes().stream()
                .filter(freeze -> !windows.isEmpty()
                        && !freeze.to().isBefore(windows.get(0).day())
                        && !freeze.from()
                                .isAfter(windows.get(windows.size() - 1).lastDay()));
    }
}
