package dev.gatehouse.policy.train;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well a history of tags kept its cadence.
 *
 * @param before releases since the asked day and before the first window, which belong to none
 * @param longestGap between two releases, or between the last one and today
 */
public record Adherence(List<WindowRecord> windows, List<Release> before, Optional<Gap> longestGap) {

    public Adherence {
        windows = List.copyOf(windows);
        before = List.copyOf(before);
    }

    public long count(WindowRecord.Outcome outcome) {
        return windows.stream().filter(window -> window.outcome() == outcome).count();
    }

    public long extras() {
        return before.size()
                + windows.stream().mapToLong(window -> window.extras().size()).sum();
    }

    /** Windows kept on time, in percent of those that are on time, late or missed; empty when there are none. */
    public OptionalDouble percentage() {
        long onTime = count(WindowRecord.Outcome.ON_TIME);
        long all = onTime + count(WindowRecord.Outcome.LATE) + count(WindowRecord.Outcome.MISSED);
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * onTime / all);
    }
}
