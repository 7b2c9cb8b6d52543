package dev.gatehouse.findings.acceptance;

import dev.gatehouse.findings.model.Acceptance;
import dev.gatehouse.findings.select.Selection;
import java.time.LocalDate;

/**
 * An entry under {@code acceptances} of a policy file.
 *
 * @param expires last day on which it counts, UTC
 * @param source file and line
 */
public record RiskAcceptance(Selection findings, String owner, String reason, LocalDate expires, String source) {

    boolean isExpired(LocalDate today) {
        return today.isAfter(expires);
    }

    Acceptance forFinding() {
        return new Acceptance(owner, reason, expires, source, null);
    }
}
