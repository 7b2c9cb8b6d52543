package dev.gatehouse.jenkins.release;

import dev.gatehouse.policy.release.Decision;
import java.time.temporal.ChronoUnit;

/** One person's word, for a page. */
public final class DecisionRow {
    private final Decision decision;

    DecisionRow(Decision decision) {
        this.decision = decision;
    }

    public String getPerson() {
        return decision.actor();
    }

    /** Such as {@code approved as security}. */
    public String getSays() {
        return decision.approves() ? "approved as " + decision.role() : "rejected: " + decision.reason();
    }

    /** UTC, to the second. */
    public String getTime() {
        return decision.time().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
