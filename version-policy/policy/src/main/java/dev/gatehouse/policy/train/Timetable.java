package dev.gatehouse.policy.train;

import dev.gatehouse.policy.version.Bump;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The windows of a train. Windows follow the cadence of minor releases; the first that opens on or after each due day of
 * a major release admits one. No two overlap: a window ends at the latest on the day before the next one opens.
 */
public final class Timetable {
    private final ReleaseTrain train;

    Timetable(ReleaseTrain train) {
        this.train = train;
    }

    /** The windows that are not over on {@code from}, without end; none when every release may go out at any time. */
    public Stream<ReleaseWindow> from(LocalDate from) {
        if (!train.cadence(train.base()).isPeriodic()) {
            return Stream.empty();
        }
        return LongStream.iterate(firstNear(from), number -> number + 1)
                .mapToObj(this::window)
                .dropWhile(window -> window.lastDay().isBefore(from));
    }

    /** The next {@code count} windows. */
    public List<ReleaseWindow> next(LocalDate from, int count) {
        return from(from).limit(count).toList();
    }

    /** The window that is open on that day. */
    public Optional<ReleaseWindow> at(LocalDate day) {
        return from(day).limit(2).filter(window -> window.contains(day)).findFirst();
    }

    /** The first window after that day that opens and admits such a step. */
    public Optional<ReleaseWindow> nextFor(Bump bump, LocalDate day) {
        return from(day.plusDays(1))
                .limit(1000)
                .filter(window -> window.state().opens()
                        && window.admits(bump)
                        && window.day().isAfter(day))
                .findFirst();
    }

    private long firstNear(LocalDate day) {
        var cadence = train.cadence(train.base());
        long days = Math.max(0, ChronoUnit.DAYS.between(train.anchor(), day));
        return Math.max(0, days / cadence.longestDays() - 2);
    }

    private ReleaseWindow window(long number) {
        var planned = planned(number);
        var opening = opening(number);
        var day = opening.orElse(planned);
        var last = lastDay(number, day);
        var kind = kind(number);
        if (opening.isEmpty()) {
            return window(number, day, day, kind, ReleaseWindow.State.SKIPPED, holiday(planned));
        }
        var frozen = frozen(day, last);
        if (frozen.isPresent()) {
            return window(
                    number,
                    day,
                    last,
                    kind,
                    ReleaseWindow.State.FROZEN,
                    frozen.get().toString());
        }
        return day.equals(planned)
                ? window(number, day, last, kind, ReleaseWindow.State.OPENS, "")
                : window(number, day, last, kind, ReleaseWindow.State.MOVED, holiday(planned));
    }

    private ReleaseWindow window(
            long number, LocalDate day, LocalDate last, Bump kind, ReleaseWindow.State state, String note) {
        return new ReleaseWindow(
                number, planned(number), day, last, train.calendar().zone(), kind, state, note);
    }

    private LocalDate planned(long number) {
        return train.cadence(train.base())
                .after(train.anchor(), number)
                .with(TemporalAdjusters.nextOrSame(train.weekday()));
    }

    private Optional<LocalDate> opening(long number) {
        return train.calendar().opening(planned(number - 1), planned(number), planned(number + 1));
    }

    private LocalDate lastDay(long number, LocalDate day) {
        var byTolerance = day.plusDays(train.toleranceDays());
        var byNext = opening(number + 1).orElse(planned(number + 1)).minusDays(1);
        return byTolerance.isBefore(byNext) ? byTolerance : byNext;
    }

    private String holiday(LocalDate day) {
        return "%s is %s".formatted(day, train.calendar().holidays().on(day).orElseThrow());
    }

    /** The freeze of the first day, when every day up to {@code last} is in one that stops a train. */
    private Optional<Freeze> frozen(LocalDate day, LocalDate last) {
        boolean all =
                day.datesUntil(last.plusDays(1)).allMatch(date -> stopping(date).isPresent());
        return all ? stopping(day) : Optional.empty();
    }

    private Optional<Freeze> stopping(LocalDate day) {
        return train.calendar().freezes(day).stream()
                .filter(freeze -> !freeze.bumps().contains(train.base()))
                .findFirst();
    }

    private Bump kind(long number) {
        if (train.base() == Bump.MAJOR || !train.major().isPeriodic()) {
            return train.base();
        }
        long due = number;
        while (due > 0 && !opensAtAll(due - 1)) {
            due--;
        }
        var after = due == 0 ? train.anchor().minusDays(1) : planned(due - 1);
        return isMajorDue(after, planned(number)) ? Bump.MAJOR : Bump.MINOR;
    }

    private boolean opensAtAll(long number) {
        var opening = opening(number);
        return opening.isPresent()
                && frozen(opening.get(), lastDay(number, opening.get())).isEmpty();
    }

    /** Whether a major release falls due after the first day and not after the second. */
    private boolean isMajorDue(LocalDate after, LocalDate upTo) {
        long days = Math.max(0, ChronoUnit.DAYS.between(train.anchor(), after));
        long first = Math.max(0, days / train.major().longestDays() - 1);
        return LongStream.iterate(first, period -> period + 1)
                .mapToObj(period -> train.major().after(train.anchor(), period))
                .dropWhile(date -> !date.isAfter(after))
                .findFirst()
                .filter(date -> !date.isAfter(upTo))
                .isPresent();
    }
}
