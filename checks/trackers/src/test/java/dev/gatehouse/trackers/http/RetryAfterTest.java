package dev.gatehouse.trackers.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static HttpHeaders headers(Map<String, String> headers) {
        return HttpHeaders.of(
                headers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))),
                (name, value) -> true);
    }

    @Test
    void secondsAreSeconds() {
        assertThat(RetryAfter.in(headers(Map.of("Retry-After", "7")))).contains(Duration.ofSeconds(7));
    }

    /** Their clock may be a year ahead or behind: the difference to their own date counts. */
    @ParameterizedTest
    @ValueSource(strings = {"2025", "2026", "2027"})
    void dateIsComparedWithTheirOwnClock(String year) {
        var headers = headers(Map.of(
                "Retry-After", "Tue, 24 Nov %s 10:00:42 GMT".formatted(year).replace("Tue", day(year)),
                "Date", "Tue, 24 Nov %s 10:00:00 GMT".formatted(year).replace("Tue", day(year))));
        assertThat(RetryAfter.in(headers)).contains(Duration.ofSeconds(42));
    }

    private static String day(String year) {
        return switch (year) {
            case "2025" -> "Mon";
            case "2026" -> "Tue";
            default -> "Wed";
        };
    }

    @Test
    void resetInThePastIsNow() {
        var headers =
                headers(Map.of("X-RateLimit-Reset", "2026-11-24T09:00Z", "Date", "Tue, 24 Nov 2026 10:00:00 GMT"));
        assertThat(RetryAfter.until(headers, "X-RateLimit-Reset")).contains(Duration.ZERO);
    }

    @Test
    void nobodyHoldsUsForLongerThanTwoHours() {
        assertThat(RetryAfter.in(headers(Map.of("Retry-After", "999999999")))).contains(Duration.ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "-1", "12345678901", "Tue, 24 Nov 2026"})
    void nonsenseIsNothing(String value) {
        assertThat(RetryAfter.in(headers(Map.of("Retry-After", value, "Date", "Tue, 24 Nov 2026 10:00:00 GMT"))))
                .isEmpty();
    }
}
