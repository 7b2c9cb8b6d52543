package dev.gatehouse.engine.sast;

import dev.gatehouse.findings.model.Confidence;
import dev.gatehouse.findings.model.Severity;
import edu.umd.cs.findbugs.Priorities;

/** How bad and how sure, from what the engine says about one bug. */
final class Rating {
    /** Up to here SpotBugs calls a bug one of the scariest. */
    private static final int SCARIEST = 4;

    private Rating() {}

    static Confidence confidence(int priority) {
        if (priority <= Priorities.HIGH_PRIORITY) {
            return Confidence.HIGH;
        }
        return priority == Priorities.NORMAL_PRIORITY ? Confidence.MEDIUM : Confidence.LOW;
    }

    /**
     * The severity of the bug type, if the engine is sure. A way that it only presumes does not make a critical
     * finding; one that it doubts is a step lower again.
     */
    static Severity severity(RuleFacts.RuleFact fact, int priority, int rank) {
        if (fact.marker()) {
            return Severity.INFO;
        }
        var severity = rank <= SCARIEST ? max(fact.severity(), Severity.HIGH) : fact.severity();
        return switch (confidence(priority)) {
            case HIGH -> severity;
            case MEDIUM -> min(severity, Severity.HIGH);
            case LOW -> lower(min(severity, Severity.HIGH));
        };
    }

    private static Severity lower(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Severity.HIGH;
            case HIGH -> Severity.MEDIUM;
            case MEDIUM, LOW -> Severity.LOW;
            case INFO -> Severity.INFO;
        };
    }

    private static Severity max(Severity one, Severity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Severity min(Severity one, Severity other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
