package dev.gatehouse.findings.gate;

import dev.gatehouse.findings.report.Verdict;
import dev.gatehouse.findings.text.VisibleText;
import java.util.List;

/** What one rule says of a scan, and what that does to the verdict. */
public record Judgement(Verdict.Status status, Verdict.RuleOutcome outcome) {
    private static final int MAX_FINDINGS = 100;

    static Judgement of(
            String rule, Origin origin, Verdict.Status status, String reason, List<String> offendingFindings) {
        return new Judgement(
                status,
                new Verdict.RuleOutcome(
                        rule,
                        status == Verdict.Status.PASSED,
                        reason,
                        VisibleText.brief(origin.place()),
                        offendingFindings.stream()
                                .distinct()
                                .limit(MAX_FINDINGS)
                                .toList()));
    }
}
