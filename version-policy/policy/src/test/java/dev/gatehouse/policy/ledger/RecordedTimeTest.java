package dev.gatehouse.policy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedTimeTest {

    /** From the year 0 to the year 9999, and beyond at both ends. */
    @Property
    void isReadAsItWasWritten(@ForAll @LongRange(min = -70_000_000_000_000L, max = 260_000_000_000_000L) long millis) {
        var time = Instant.ofEpochMilli(millis);
        assertThat(RecordedTime.parse(time.toString())).isEqualTo(time);
        var second = Instant.ofEpochSecond(millis / 1000);
        assertThat(RecordedTime.parse(second.toString())).isEqualTo(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T10:00:00.123456Z", "2026-11-23T24:00:00Z", "2026-12-31T23:59:60Z"})
    void otherShapesAreReadAsTheJdkReadsThem(String text) {
        assertThat(RecordedTime.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-02-29T10:00:00Z",
                "2026-13-01T10:00:00Z",
                "2026-11-23T25:00:00Z",
                "2026-11-23T10:60:00Z",
                "2026-11-23 10:00:00Z",
                "2026-11-23T1\u0660:00:00Z"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> RecordedTime.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
