package dev.gatehouse.policy.train;

import java.util.List;
import java.util.Optional;

/**
 * What a history did with one window.
 *
 * @param release the first that went out after it opened and before the next one did
 * @param daysLate after its last day, 0 unless late
 * @param extras further releases before the next window opened
 */
public record WindowRecord(
        ReleaseWindow window, Outcome outcome, Optional<Release> release, long daysLate, List<Release> extras) {

    /** How a window was kept. */
    public enum Outcome {
        ON_TIME("on time"),
        LATE("late"),
        MISSED("missed"),
        /** Still open, and nothing went out yet; does not count. */
        OPEN("open"),
        /** Skipped or frozen; does not count. */
        CLOSED("closed");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public WindowRecord {
        extras = List.copyOf(extras);
    }
}
