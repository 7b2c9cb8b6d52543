package dev.gatehouse.scanners.sca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.protocol.sca.Vulnerability.AffectedVersions;
import dev.gatehouse.scanners.sca.AffectedRanges.WayOut;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AffectedRangesTest {
    private static AffectedVersions range(@Nullable String from, @Nullable String last, @Nullable String end) {
        return new AffectedVersions(null, from, null, last, end);
    }

    private static AffectedVersions exactly(String version) {
        return new AffectedVersions(version, null, null, null, null);
    }

    @Test
    void theWayOutIsTheEndOfTheRangeThatOneIsIn() {
        var struts = new AffectedRanges(List.of(range("2.2.3", null, "2.3.32"), range("2.5.0", null, "2.5.10.1")));

        assertThat(struts.from("2.3.20")).contains(new WayOut("2.3.32", false));
        assertThat(struts.from("2.5.10")).contains(new WayOut("2.5.10.1", false));
        assertThat(struts.inWords()).isEqualTo(">=2.2.3 <2.3.32 | >=2.5.0 <2.5.10.1");
    }

    @Test
    void itGoesOnWhereOneRangeEndsInAnother() {
        var ranges = new AffectedRanges(List.of(range("1.0", null, "1.5"), range("1.5", "1.7", null)));

        assertThat(ranges.from("1.2")).contains(new WayOut("1.7", true));
    }

    @Test
    void aSingleVersionIsLeftUpwards() {
        assertThat(new AffectedRanges(List.of(exactly("1.4.197"))).from("1.4.197"))
                .contains(new WayOut("1.4.197", true));
        assertThat(new AffectedRanges(List.of(exactly("2.0:rc1"))).inWords()).isEqualTo("=2.0-rc1");
    }

    @Test
    void noEndMeansNoWayOut() {
        assertThat(new AffectedRanges(List.of(range("1.0", null, null))).from("3.0"))
                .isEmpty();
    }

    @Test
    void aVersionThatIsNotAffectedNeedsNone() {
        assertThat(new AffectedRanges(List.of(range("1.0", null, "2.0"))).from("2.0"))
                .isEmpty();
    }

    @Test
    void versionsAreOrderedAsMavenOrdersThem() {
        assertThat(List.of("2.0", "2.0-rc1", "2.0.1", "2.0-beta9", "2.10", "2.9.9.1", "2.9", "2.0-alpha1").stream()
                        .sorted(VersionOrder.INSTANCE))
                .containsExactly("2.0-alpha1", "2.0-beta9", "2.0-rc1", "2.0", "2.0.1", "2.9", "2.9.9.1", "2.10");
        assertThat(VersionOrder.INSTANCE.compare("1.0", "1.0.0.Final")).isZero();
    }
}
