package dev.gatehouse.policy.train;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What stands in the way of a train.
 *
 * @param zone where its days begin and end
 * @param freezes of the repository, then of the organisation's floor; within each none overlaps another
 */
public record Calendar(ZoneId zone, Holidays holidays, OnHoliday onHoliday, List<Freeze> freezes) {

    public Calendar {
        freezes = List.copyOf(freezes);
    }

    /** Those that cover the day; more than one only where the organisation's floor has freezes too. */
    public List<Freeze> freezes(LocalDate day) {
        return freezes.stream().filter(freeze -> freeze.covers(day)).toList();
    }

    /**
     * The day on which a window planned for {@code day} opens, which may be moved by holidays, but never onto or past
     * the days {@code before} and {@code after} of its neighbours; empty when it is skipped.
     */
    Optional<LocalDate> opening(LocalDate before, LocalDate day, LocalDate after) {
        if (holidays.on(day).isEmpty()) {
            return Optional.of(day);
        }
        return switch (onHoliday) {
            case SKIP -> Optional.empty();
            case NEXT_DAY -> working(day, before, after, next -> next.plusDays(1));
            case PREVIOUS_DAY -> working(day, before, after, next -> next.minusDays(1));
        };
    }

    private Optional<LocalDate> working(
            LocalDate day, LocalDate before, LocalDate after, UnaryOperator<LocalDate> step) {
        for (var next = step.apply(day); next.isAfter(before) && next.isBefore(after); next = step.apply(next)) {
            if (next.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                    && holidays.on(next).isEmpty()) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }
}
