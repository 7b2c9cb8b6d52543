package dev.gatehouse.policy.train.ical;

import dev.gatehouse.findings.config.Sha256;
import dev.gatehouse.policy.train.Freeze;
import dev.gatehouse.policy.train.ReleaseTrain;
import dev.gatehouse.policy.train.ReleaseWindow;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** Turns windows and freezes into events. A window is named by its planned day, so that it keeps its UID when it moves. */
final class CalendarEvents {
    private final ReleaseTrain train;

    CalendarEvents(ReleaseTrain train) {
        this.train = train;
    }

    /** The windows, and the freezes that touch any day from {@code from} to the last window's end. */
    List<Event> of(List<ReleaseWindow> windows, LocalDate from) {
        var end = windows.isEmpty() ? from : windows.get(windows.size() - 1).lastDay();
        var freezes = train.calendar().freezes().stream()
                .filter(freeze -> !freeze.to().isBefore(from) && !freeze.from().isAfter(end));
        return Stream.concat(windows.stream().map(this::window), freezes.map(this::freeze))
                .toList();
    }

    private Event window(ReleaseWindow window) {
        var about = "Up to a %s release may go out from %s to %s (%s)."
                .formatted(window.kind().label(), window.day(), window.lastDay(), window.zone());
        var note = window.note().isEmpty() ? "" : "\n%s: %s".formatted(label(window), window.note());
        return new Event(
                uid("window", window.planned()),
                window.day(),
                window.lastDay(),
                "%s: %s release window".formatted(train.name(), window.kind().label()),
                about + note,
                !window.state().opens());
    }

    private static String label(ReleaseWindow window) {
        return switch (window.state()) {
            case OPENS -> "Note";
            case MOVED -> "Moved from " + window.planned();
            case SKIPPED -> "Skipped";
            case FROZEN -> "Does not open";
        };
    }

    private Event freeze(Freeze freeze) {
        return new Event(
                uid(freeze.floor() ? "floor-freeze" : "freeze", freeze.from()),
                freeze.from(),
                freeze.to(),
                "%s: release freeze".formatted(train.name()),
                freeze.reason(),
                false);
    }

    /** The product's name goes in as a digest: any name is possible there, and not every character in a UID. */
    private String uid(String kind, LocalDate day) {
        return "%s-%s-%s@gatehouse"
                .formatted(
                        kind,
                        day.format(DateTimeFormatter.BASIC_ISO_DATE),
                        Sha256.of(train.name()).substring(0, 16));
    }
}
