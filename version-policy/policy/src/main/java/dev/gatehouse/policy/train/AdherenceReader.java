package dev.gatehouse.policy.train;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays a history over a train's windows. */
public final class AdherenceReader {
    private final ReleaseTrain train;
    private final List<Release> departures;
    private final NavigableMap<LocalDate, List<Release>> byDay;
    private final LocalDate since;
    private final LocalDate today;

    /**
     * @param since windows that open earlier, and releases before that day, are left out
     * @param today in the train's time zone; windows that open later are left out
     */
    public AdherenceReader(ReleaseTrain train, ReleaseHistory history, LocalDate since, LocalDate today) {
        this.train = train;
        this.since = since;
        this.today = today;
        this.departures = Departures.of(train, history).stream()
                .filter(tag -> !day(tag).isBefore(since))
                .toList();
        this.byDay = departures.stream().collect(Collectors.groupingBy(this::day, TreeMap::new, Collectors.toList()));
    }

    public Adherence read() {
        var windows = train.timetable()
                .from(since)
                .dropWhile(window -> window.day().isBefore(since))
                .takeWhile(window -> !window.day().isAfter(today))
                .toList();
        var opening = windows.stream().filter(window -> window.state().opens()).toList();
        var before = opening.isEmpty()
                ? departures
                : between(LocalDate.MIN, opening.get(0).day());
        var records = new ArrayList<WindowRecord>();
        for (var window : windows) {
            records.add(window.state().opens() ? kept(window, end(window, opening)) : closed(window));
        }
        return new Adherence(records, before, longestGap());
    }

    /** The day on which the next window that opens does. */
    private static LocalDate end(ReleaseWindow window, List<ReleaseWindow> opening) {
        int next = opening.indexOf(window) + 1;
        return next < opening.size() ? opening.get(next).day() : LocalDate.MAX;
    }

    private WindowRecord kept(ReleaseWindow window, LocalDate end) {
        var releases = between(window.day(), end);
        if (releases.isEmpty()) {
            var outcome = today.isAfter(window.lastDay()) ? WindowRecord.Outcome.MISSED : WindowRecord.Outcome.OPEN;
            return new WindowRecord(window, outcome, Optional.empty(), 0, List.of());
        }
        var first = releases.get(0);
        long late = Math.max(0, ChronoUnit.DAYS.between(window.lastDay(), day(first)));
        var outcome = late == 0 ? WindowRecord.Outcome.ON_TIME : WindowRecord.Outcome.LATE;
        return new WindowRecord(window, outcome, Optional.of(first), late, releases.subList(1, releases.size()));
    }

    private static WindowRecord closed(ReleaseWindow window) {
        return new WindowRecord(window, WindowRecord.Outcome.CLOSED, Optional.empty(), 0, List.of());
    }

    private List<Release> between(LocalDate from, LocalDate end) {
        return byDay.subMap(from, end).values().stream().flatMap(List::stream).toList();
    }

    private Optional<Gap> longestGap() {
        var gaps = Stream.<Gap>builder();
        for (int i = 0; i < departures.size(); i++) {
            var from = departures.get(i);
            boolean last = i + 1 == departures.size();
            var to = last ? today : day(departures.get(i + 1));
            var until = last ? "today" : departures.get(i + 1).version().toString();
            gaps.add(new Gap(
                    ChronoUnit.DAYS.between(day(from), to),
                    day(from),
                    to,
                    from.version().toString(),
                    until));
        }
        return gaps.build().max(Comparator.comparingLong(Gap::days));
    }

    private LocalDate day(Release tag) {
        return LocalDate.ofInstant(tag.time(), train.calendar().zone());
    }
}
