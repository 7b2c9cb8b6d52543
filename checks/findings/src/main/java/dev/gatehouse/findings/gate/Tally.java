package dev.gatehouse.findings.gate;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.State;
import java.time.LocalDate;

/** Which of the findings that a rule is about are counted. */
public enum Tally {
    ALL("max", "in all"),
    /** Not in the baseline, or back after it was fixed. */
    NEW("max-new", "new"),
    EXISTING("max-existing", "existing"),
    /** Older than its service level allows. */
    OVERDUE("max-overdue", "overdue");

    private final String key;
    private final String word;

    Tally(String key, String word) {
        this.key = key;
        this.word = word;
    }

    /** The policy file's key for the most that are allowed. */
    public String key() {
        return key;
    }

    String word() {
        return word;
    }

    boolean counts(Finding finding, ServiceLevels levels, LocalDate today) {
        return switch (this) {
            case ALL -> true;
            case NEW -> finding.state() != State.EXISTING;
            case EXISTING -> finding.state() == State.EXISTING;
            case OVERDUE -> levels.isOverdue(finding, today);
        };
    }
}
