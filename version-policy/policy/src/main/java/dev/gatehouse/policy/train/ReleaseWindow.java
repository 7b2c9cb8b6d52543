package dev.gatehouse.policy.train;

import dev.gatehouse.policy.version.Bump;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * One departure of a train.
 *
 * @param number counted from 0 at the anchor
 * @param planned the day by the cadence alone, which names the window even when it moves
 * @param day the day it opens; the planned one when it does not open
 * @param lastDay the last day it is open
 * @param kind the biggest step that may go out
 * @param note why it moved or does not open, else empty
 */
public record ReleaseWindow(
        long number,
        LocalDate planned,
        LocalDate day,
        LocalDate lastDay,
        ZoneId zone,
        Bump kind,
        State state,
        String note) {

    /** Whether it opens. */
    public enum State {
        OPENS,
        /** Opens on another day than planned. */
        MOVED,
        /** Does not open because of a holiday. */
        SKIPPED,
        /** Does not open because every day of it is frozen. */
        FROZEN;

        public boolean opens() {
            return this == OPENS || this == MOVED;
        }
    }

    /** The first moment of the window: its day's start, which is not always midnight where clocks change. */
    public ZonedDateTime opens() {
        return day.atStartOfDay(zone);
    }

    /** The first moment after the window. */
    public ZonedDateTime closes() {
        return lastDay.plusDays(1).atStartOfDay(zone);
    }

    public boolean contains(LocalDate date) {
        return state.opens() && !date.isBefore(day) && !date.isAfter(lastDay);
    }

    /** Whether a step of that size may go out: the window's kind or a smaller one. */
    public boolean admits(Bump bump) {
        return bump.compareTo(kind) >= 0;
    }
}
