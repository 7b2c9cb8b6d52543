package dev.gatehouse.policy.statement.claim;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.report.Tally;
import dev.gatehouse.findings.report.Verdict;
import dev.gatehouse.policy.statement.Answer;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.Grid;
import dev.gatehouse.policy.statement.NoEvidence;
import dev.gatehouse.policy.statement.Question;
import java.time.LocalDate;
import java.util.List;

/** That no open finding is older than the policy's service levels let it be; an acceptance that has run out is none. */
public record FindingsInTime(int days) implements Question {

    @Override
    public Answer answer(Evidence evidence) {
        var report = evidence.report(days);
        var levels = evidence.policy().serviceLevels();
        if (levels.days().isEmpty()) {
            throw new NoEvidence("The policy sets no service levels.");
        }
        if (report.verdict().status() == Verdict.Status.INCOMPLETE) {
            throw new NoEvidence("The scan was incomplete.");
        }
        var open = report.findings().stream()
                .filter(Triage::believes)
                .filter(finding -> !isAccepted(finding, evidence.today()))
                .toList();
        var seen = Evidence.day(report.created());
        var late = open.stream()
                .filter(finding -> levels.lastDay(finding, seen)
                        .filter(last -> last.isBefore(evidence.today()))
                        .isPresent())
                .toList();
        return Answer.of(
                        late.isEmpty(),
                        "%d open findings on %s, %d of them beyond their time."
                                .formatted(open.size(), seen, late.size()),
                        evidence.proof(Evidence.given(evidence.sources().report(), "report")))
                .with(new Grid(
                        List.of("Severity", "To be gone within", "Open", "Beyond their time"),
                        Tally.severities().stream()
                                .filter(severity -> levels.days().containsKey(severity))
                                .map(severity -> new Grid.Row(
                                        null,
                                        List.of(
                                                severity.label(),
                                                levels.days().get(severity) + " days",
                                                String.valueOf(of(open, severity)),
                                                String.valueOf(of(late, severity)))))
                                .toList()));
    }

    private static boolean isAccepted(Finding finding, LocalDate today) {
        var acceptance = finding.acceptance();
        return acceptance != null
                && (acceptance.expires() == null || !acceptance.expires().isBefore(today));
    }

    private static long of(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
