package dev.gatehouse.policy.train;

import dev.gatehouse.policy.version.Bump;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The cadence of a product. Patches go out at any time.
 *
 * @param name of the product or the repository
 * @param anchor the day of the first window
 * @param weekday on which windows open
 * @param toleranceDays how many more days a window stays open
 * @param hotfixes kinds of release that may go out outside of windows, for a reason
 */
public record ReleaseTrain(
        String name,
        LocalDate anchor,
        DayOfWeek weekday,
        Cadence minor,
        Cadence major,
        int toleranceDays,
        Set<Bump> hotfixes,
        Calendar calendar) {

    public ReleaseTrain {
        hotfixes = Set.copyOf(hotfixes);
    }

    public Cadence cadence(Bump bump) {
        return switch (bump) {
            case MAJOR -> major;
            case MINOR -> minor;
            case PATCH, PRE_RELEASE -> new Cadence.AnyTime();
        };
    }

    /** Whether a step of that size needs a window. */
    public boolean schedules(Bump bump) {
        return cadence(bump).isPeriodic();
    }

    /** The smallest step that needs a window; its cadence makes the windows. */
    Bump base() {
        return minor.isPeriodic() ? Bump.MINOR : Bump.MAJOR;
    }

    /** The same train under the name of one product. */
    ReleaseTrain named(String product) {
        return new ReleaseTrain(product, anchor, weekday, minor, major, toleranceDays, hotfixes, calendar);
    }

    public Timetable timetable() {
        return new Timetable(this);
    }
}
