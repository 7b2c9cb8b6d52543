package dev.gatehouse.policy.train;

import static dev.gatehouse.policy.train.Trains.day;
import static dev.gatehouse.policy.train.Trains.train;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.policy.version.Bump;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableTest {

    /** Chrome's published dates of its stable releases 153, 154 and 155. */
    @Test
    void chromesTwoWeekMilestonesComeOutOfATwoWeekTrain() {
        var chrome = Trains.settings("""
                anchor: 2026-09-08
                timeZone: America/Los_Angeles
                weekday: tuesday
                minor: every 2 weeks
                """).train();
        assertThat(days(chrome, "2026-09-08", 3))
                .containsExactly(day("2026-09-08"), day("2026-09-22"), day("2026-10-06"));
    }

    @Test
    void everyQuarterOneWindowAdmitsAMajorRelease() {
        var majors = train("").timetable().next(day("2026-01-01"), 26).stream()
                .filter(window -> window.kind() == Bump.MAJOR)
                .map(ReleaseWindow::day)
                .toList();
        assertThat(majors).containsExactly(day("2026-01-06"), day("2026-04-14"), day("2026-07-07"), day("2026-10-13"));
    }

    @Test
    void theRightToAMajorReleasePassesFromAFrozenWindowToTheNext() {
        var train = train("freezes: [{from: 2026-04-13, to: 2026-04-20, reason: audit}]");
        var windows = train.timetable().next(day("2026-04-14"), 3);
        assertThat(windows.get(0).state()).isEqualTo(ReleaseWindow.State.FROZEN);
        assertThat(windows.get(1).kind()).isEqualTo(Bump.MAJOR);
        assertThat(windows.get(2).kind()).isEqualTo(Bump.MINOR);
    }

    @Test
    void aHolidayMovesAWindowToTheNextWorkingDay() {
        var train = train("holidays: [{date: 2026-01-06, name: Epiphany}, 2026-01-07]");
        var window = train.timetable().next(day("2026-01-01"), 1).get(0);
        assertThat(window.day()).isEqualTo(day("2026-01-08"));
        assertThat(window.planned()).isEqualTo(day("2026-01-06"));
        assertThat(window.note()).isEqualTo("2026-01-06 is Epiphany");
    }

    @Test
    void aHolidayMovesAWindowBackOverTheWeekendOrSkipsItWhereThePolicySaysSo() {
        var back = Trains.settings("""
                anchor: 2026-01-05
                timeZone: UTC
                minor: every week
                holidays: [{date: 01-12, name: yearly}]
                onHoliday: previous-day
                """).train();
        assertThat(days(back, "2026-01-06", 1)).containsExactly(day("2026-01-09"));
        var skip = train(
                "{holidays: [01-06], onHoliday: skip}".replaceAll("[{}]", "").replace("], ", "]\n"));
        assertThat(skip.timetable().next(day("2026-01-06"), 1).get(0).state()).isEqualTo(ReleaseWindow.State.SKIPPED);
        assertThat(skip.timetable().at(day("2026-01-06"))).isEmpty();
    }

    @Test
    void aWindowWithAnOpenDayOutsideOfTheFreezeOpens() {
        var train = train("toleranceDays: 2\nfreezes: [{from: 2026-01-06, to: 2026-01-07, reason: audit}]");
        assertThat(train.timetable().at(day("2026-01-08"))).isPresent();
    }

    @Test
    void aFreezeThatExceptsMinorReleasesStopsNoWindow() {
        var train = train("freezes: [{from: 2026-01-01, to: 2026-01-31, reason: audit, exceptions: [minor]}]");
        assertThat(train.timetable().at(day("2026-01-06"))).isPresent();
    }

    @Test
    void aMonthlyTrainRunsOnTheWeekdayOnOrAfterItsDay() {
        var monthly = Trains.settings("""
                anchor: 2027-12-31
                timeZone: UTC
                minor: every month
                """).train();
        assertThat(days(monthly, "2027-12-31", 3))
                .containsExactly(day("2027-12-31"), day("2028-02-04"), day("2028-03-03"));
    }

    @Test
    void aWindowBeginsWithItsDayEvenWhereMidnightDoesNotExist() {
        var beirut = Trains.settings("""
                anchor: 2024-03-31
                timeZone: Asia/Beirut
                minor: every week
                """).train();
        var window = beirut.timetable().next(day("2024-03-31"), 1).get(0);
        assertThat(window.opens()).isEqualTo(ZonedDateTime.parse("2024-03-31T01:00+03:00[Asia/Beirut]"));
        assertThat(window.closes()).isEqualTo(ZonedDateTime.parse("2024-04-01T00:00+03:00[Asia/Beirut]"));
    }

    private static List<LocalDate> days(ReleaseTrain train, String from, int count) {
        return train.timetable().next(day(from), count).stream()
                .map(ReleaseWindow::day)
                .toList();
    }
}
