package dev.gatehouse.jenkins.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PaceTest {
    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
    private static final Instant ENDS = START.plusSeconds(300);

    private final Pace pace = new Pace();

    @Test
    void looksAtOnceWhenTheLedgerChanged() {
        assertThat(pace.isDue("1", ENDS, START)).isTrue();
        assertThat(pace.isDue("1", ENDS, START.plusSeconds(2))).isFalse();
        assertThat(pace.isDue("2", ENDS, START.plusSeconds(4))).isTrue();
    }

    @Test
    void looksOnceAMinuteAtWhatChangesBesidesTheLedger() {
        assertThat(pace.isDue("1", ENDS, START)).isTrue();
        assertThat(pace.isDue("1", ENDS, START.plusSeconds(59))).isFalse();
        assertThat(pace.isDue("1", ENDS, START.plusSeconds(60))).isTrue();
        assertThat(pace.isDue("1", ENDS, START.plusSeconds(62))).isFalse();
    }

    @Test
    void looksWhenTheTimeIsOver() {
        assertThat(pace.isDue("1", ENDS, ENDS.minusSeconds(2))).isTrue();
        assertThat(pace.isDue("1", ENDS, ENDS)).isTrue();
    }
}
