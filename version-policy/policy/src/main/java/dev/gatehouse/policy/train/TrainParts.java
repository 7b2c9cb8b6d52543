package dev.gatehouse.policy.train;

import dev.gatehouse.policy.version.Bump;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A train as far as one file describes it; what the file does not mention is null. */
record TrainParts(
        @Nullable LocalDate anchor,
        @Nullable ZoneId zone,
        @Nullable DayOfWeek weekday,
        @Nullable Cadence minor,
        @Nullable Cadence major,
        @Nullable Integer toleranceDays,
        Holidays holidays,
        @Nullable OnHoliday onHoliday,
        List<Freeze> freezes,
        @Nullable Set<Bump> hotfixes) {

    /**
     * These parts as far as {@code floor} lets them be: the days of windows are the floor's where it names them, of two
     * cadences the rarer one counts, of two tolerances the shorter, the hotfix lane is for what both let in, and holidays
     * and freezes add up.
     */
    TrainParts under(TrainParts floor) {
        return new TrainParts(
                floor.anchor == null ? anchor : floor.anchor,
                floor.zone == null ? zone : floor.zone,
                floor.anchor == null && floor.weekday == null ? weekday : floor.weekday,
                rarer(minor, floor.minor),
                rarer(major, floor.major),
                shorter(toleranceDays, floor.toleranceDays),
                both(holidays, floor.holidays),
                floor.onHoliday == null ? onHoliday : floor.onHoliday,
                both(freezes, floor.freezes),
                floor.hotfixes == null ? hotfixes : common(hotfixes, floor.hotfixes));
    }

    private static @Nullable Cadence rarer(@Nullable Cadence own, @Nullable Cadence floor) {
        if (own == null || floor == null) {
            return own == null ? floor : own;
        }
        return floor.longestDays() > own.longestDays() ? floor : own;
    }

    /** Without tolerance a window is open on its day only, which is as short as can be. */
    private static @Nullable Integer shorter(@Nullable Integer own, @Nullable Integer floor) {
        return own == null || floor == null ? own : Integer.valueOf(Math.min(own, floor));
    }

    private static Holidays both(Holidays own, Holidays floor) {
        var once = new HashMap<>(own.once());
        once.putAll(floor.once());
        var yearly = new HashMap<>(own.yearly());
        yearly.putAll(floor.yearly());
        return new Holidays(once, yearly);
    }

    private static List<Freeze> both(List<Freeze> own, List<Freeze> floor) {
        var all = new ArrayList<>(own);
        floor.stream().map(Freeze::ofTheFloor).forEach(all::add);
        return all;
    }

    private static Set<Bump> common(@Nullable Set<Bump> own, Set<Bump> floor) {
        var common = new HashSet<>(own == null ? Set.of(Bump.PATCH) : own);
        common.retainAll(floor);
        return common;
    }
}
