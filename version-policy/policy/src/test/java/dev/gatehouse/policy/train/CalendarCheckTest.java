package dev.gatehouse.policy.train;

import static dev.gatehouse.policy.train.Trains.day;
import static dev.gatehouse.policy.train.Trains.tags;
import static dev.gatehouse.policy.train.Trains.train;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.policy.version.SemVer;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarCheckTest {
    private static final ReleaseHistory TAGS =
            tags("4.2.0 2026-01-20", "4.1.9 2026-01-21", "4.2.1 2026-01-22", "3.9.0 2025-11-01");
    private final ReleaseTrain train = train("toleranceDays: 2");

    @Test
    void theNextMinorVersionMayGoOutInItsWindow() {
        assertThat(broken(train, TAGS, "4.3.0", "2026-02-03", "")).isEmpty();
        assertThat(broken(train, TAGS, "4.3.0", "2026-02-05", "")).isEmpty();
    }

    @Test
    void aMinorVersionOutsideOfAWindowIsToldTheNextOne() {
        assertThat(broken(train, TAGS, "4.3.0", "2026-02-06", ""))
                .containsExactly(
                        "window: no window is open on 2026-02-06; the next for a minor release opens on 2026-02-17");
    }

    @Test
    void aMajorVersionIsTheWrongKindForAMinorWindow() {
        assertThat(broken(train, TAGS, "5.0.0", "2026-02-03", ""))
                .containsExactly("window: the window from 2026-02-03 to 2026-02-05 admits no major release;"
                        + " the next for a major release opens on 2026-04-14");
        assertThat(broken(train, TAGS, "5.0.0", "2026-04-14", "")).isEmpty();
    }

    @Test
    void noVersionIsSkipped() {
        assertThat(broken(train, TAGS, "4.4.0", "2026-02-03", ""))
                .containsExactly("step: 4.4.0 skips: the next minor version after 4.2.1 is 4.3.0");
        assertThat(broken(train, TAGS, "4.2.3", "2026-02-01", ""))
                .containsExactly("step: 4.2.3 skips: the next patch version after 4.2.1 is 4.2.2");
        assertThat(broken(train, TAGS, "4.3.1", "2026-02-03", ""))
                .containsExactly("step: 4.3.1 skips: the next minor version after 4.2.1 is 4.3.0");
    }

    @Test
    void twoMinorVersionsInOneWindowAreOneTooMany() {
        var released = tags("4.2.0 2026-01-20", "4.3.0 2026-02-03");
        assertThat(broken(train, released, "4.4.0", "2026-02-04", ""))
                .containsExactly("one-per-window: 4.3.0 of 2026-02-03 has used this window already");
    }

    @Test
    void versionsOnlyGrowButAnOlderMinorVersionMayBeMended() {
        assertThat(broken(train, TAGS, "4.1.10", "2026-02-01", "")).isEmpty();
        assertThat(broken(train, tags("4.2.0 2026-01-20", "4.4.0 2026-02-03"), "4.3.0", "2026-02-17", ""))
                .containsExactly("monotonic: 4.3.0 is not above 4.4.0 of 2026-02-03");
        assertThat(broken(train, tags("4.3.0-rc.2 2026-01-20"), "4.3.0-rc.1", "2026-02-17", ""))
                .containsExactly("monotonic: 4.3.0-rc.1 is not above 4.3.0-rc.2 of 2026-01-20");
    }

    @Test
    void aPreReleaseNeedsNoWindow() {
        assertThat(broken(train, TAGS, "4.3.0-rc.1", "2026-02-10", "")).isEmpty();
    }

    @Test
    void aFreezeStopsPatchesUnlessTheyAreExceptedOrGoByTheHotfixLane() {
        var shut = train("freezes: [{from: 2026-02-01, to: 2026-02-10, reason: audit}]");
        assertThat(broken(shut, TAGS, "4.2.2", "2026-02-05", "crash"))
                .containsExactly("freeze: frozen from 2026-02-01 to 2026-02-10: audit");
        var lane = train("freezes: [{from: 2026-02-01, to: 2026-02-10, reason: audit, exceptions: [hotfix]}]");
        assertThat(broken(lane, TAGS, "4.2.2", "2026-02-05", ""))
                .containsExactly("freeze: frozen from 2026-02-01 to 2026-02-10: audit;"
                        + " a hotfix may go out with --hotfix REASON");
        assertThat(broken(lane, TAGS, "4.2.2", "2026-02-05", "crash")).isEmpty();
        var excepted = train("freezes: [{from: 2026-02-01, to: 2026-02-10, reason: audit, exceptions: [4.2.2]}]");
        assertThat(broken(excepted, TAGS, "4.2.2", "2026-02-05", "")).isEmpty();
    }

    @Test
    void theHotfixLaneIsForTheKindsThatThePolicyNames() {
        assertThat(broken(train, TAGS, "4.3.0", "2026-02-10", "urgent")).hasSize(1);
        assertThat(broken(train("hotfix: [patch, minor]"), TAGS, "4.3.0", "2026-02-10", "urgent"))
                .isEmpty();
        assertThat(broken(train("hotfix: [patch, minor]"), TAGS, "4.3.0", "2026-02-10", "  "))
                .hasSize(1);
    }

    private static List<String> broken(
            ReleaseTrain train, ReleaseHistory tags, String version, String day, String reason) {
        return new CalendarCheck(train, tags, SemVer.parse(version), day(day), reason)
                .rulings().stream()
                        .filter(ruling -> !ruling.kept())
                        .map(ruling -> ruling.rule() + ": " + ruling.reason())
                        .toList();
    }
}
