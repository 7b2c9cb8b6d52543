package dev.gatehouse.policy.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.policy.version.Bump;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Trains over leap years and clock changes, also by half an hour and at midnight, and over a day that never was. */
class TimetableProperties {
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "America/Sao_Paulo",
            "Asia/Beirut",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Africa/Cairo",
            "Asia/Kathmandu");

    @Property(tries = 300)
    void noTwoWindowsOverlap(@ForAll("trains") ReleaseTrain train, @ForAll("days") LocalDate from) {
        var open = train.timetable().next(from, 60).stream()
                .filter(window -> window.state().opens())
                .toList();
        for (int i = 1; i < open.size(); i++) {
            assertThat(open.get(i - 1).closes().toInstant())
                    .isBeforeOrEqualTo(open.get(i).opens().toInstant());
        }
    }

    @Property(tries = 300)
    void aWindowLastsItsDaysAndNoLongerThanTheToleranceAllows(
            @ForAll("trains") ReleaseTrain train, @ForAll("days") LocalDate from) {
        for (var window : train.timetable().next(from, 60)) {
            assertThat(window.lastDay()).isBetween(window.day(), window.day().plusDays(train.toleranceDays()));
            assertThat(Duration.between(window.opens(), window.closes()))
                    .isBetween(
                            Duration.ZERO,
                            Duration.ofDays(train.toleranceDays() + 1).plusHours(3));
        }
    }

    @Property(tries = 300)
    void aPlanDoesNotDependOnTheDayItIsAskedFor(@ForAll("trains") ReleaseTrain train, @ForAll("days") LocalDate from) {
        var plan = train.timetable().next(from, 40);
        var later = plan.get(20);
        assertThat(train.timetable().next(later.lastDay(), 25)).contains(later).allSatisfy(window -> {
            if (window.number() <= plan.get(39).number()
                    && window.number() >= plan.get(0).number()) {
                assertThat(plan).contains(window);
            }
        });
    }

    @Property(tries = 300)
    void windowsAreCountedWithoutAGap(@ForAll("trains") ReleaseTrain train, @ForAll("days") LocalDate from) {
        var numbers = train.timetable().next(from, 40).stream()
                .map(ReleaseWindow::number)
                .toList();
        for (int i = 1; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(numbers.get(i - 1) + 1);
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 6000)
                .map(day -> LocalDate.of(2010, 1, 1).plusDays(day));
    }

    @Provide
    Arbitrary<ReleaseTrain> trains() {
        var minors = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 6).map(Cadence.Weeks::new),
                Arbitraries.integers().between(1, 3).map(Cadence.Months::new));
        return Combinators.combine(
                        Arbitraries.of(ZONES).map(ZoneId::of),
                        days(),
                        minors,
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.of(OnHoliday.values()),
                        days().set().ofMaxSize(200),
                        days().list().ofMaxSize(3))
                .as((zone, anchor, minor, tolerance, onHoliday, holidays, freezes) -> {
                    var names = new HashMap<LocalDate, String>();
                    holidays.forEach(day -> names.put(day, "holiday"));
                    var calendar = new Calendar(
                            zone,
                            new Holidays(names, java.util.Map.of()),
                            onHoliday,
                            freezes.stream()
                                    .map(day ->
                                            new Freeze(day, day.plusDays(20), "stop", Set.of(), Set.of(), false, false))
                                    .toList());
                    return new ReleaseTrain(
                            "shop",
                            anchor,
                            anchor.getDayOfWeek(),
                            minor,
                            new Cadence.Months(3),
                            tolerance,
                            Set.of(Bump.PATCH),
                            calendar);
                });
    }
}
