package dev.gatehouse.policy.train;

import static dev.gatehouse.policy.train.Trains.day;
import static dev.gatehouse.policy.train.Trains.tags;
import static dev.gatehouse.policy.train.Trains.train;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdherenceReaderTest {

    @Test
    void everyWindowIsOnTimeLateMissedOrStillOpenAndExtrasAreCounted() {
        var history = tags(
                "1.0.0 2026-01-06",
                "1.0.1 2026-01-09",
                "1.1.0 2026-01-22",
                "1.2.0 2026-02-10",
                "1.3.0 2026-02-12",
                "1.4.0 2026-03-03");
        var adherence = read(history, "2026-03-18");
        assertThat(adherence.windows())
                .extracting(kept -> kept.window().day() + " " + kept.outcome().label())
                .containsExactly(
                        "2026-01-06 on time",
                        "2026-01-20 on time",
                        "2026-02-03 late",
                        "2026-02-17 missed",
                        "2026-03-03 on time",
                        "2026-03-17 open");
        assertThat(adherence.windows().get(2).daysLate()).isEqualTo(5);
        assertThat(adherence.extras()).isEqualTo(1);
        assertThat(adherence.percentage()).hasValue(60.0);
        assertThat(adherence.longestGap())
                .hasValue(new Gap(19, day("2026-01-22"), day("2026-02-10"), "1.1.0", "1.2.0"));
    }

    @Test
    void theTimeSinceTheLastReleaseIsAGapToo() {
        assertThat(read(tags("1.0.0 2026-01-06"), "2026-06-06").longestGap())
                .hasValue(new Gap(151, day("2026-01-06"), day("2026-06-06"), "1.0.0", "today"));
    }

    @Test
    void aRepositoryWithoutReleasesMissedEveryWindow() {
        var adherence = read(tags(), "2026-02-01");
        assertThat(adherence.percentage()).hasValue(0.0);
        assertThat(adherence.longestGap()).isEmpty();
    }

    @Test
    void aFrozenWindowDoesNotCount() {
        var train = train("freezes: [{from: 2026-01-01, to: 2026-01-31, reason: audit}]");
        var adherence = new AdherenceReader(train, tags(), day("2026-01-01"), day("2026-01-31")).read();
        assertThat(adherence.percentage()).isEmpty();
        assertThat(adherence.count(WindowRecord.Outcome.CLOSED)).isEqualTo(2);
    }

    private static Adherence read(ReleaseHistory tags, String today) {
        return new AdherenceReader(train("toleranceDays: 2"), tags, day("2026-01-06"), day(today)).read();
    }
}
