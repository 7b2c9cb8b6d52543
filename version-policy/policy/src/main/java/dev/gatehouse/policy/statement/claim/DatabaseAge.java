package dev.gatehouse.policy.statement.claim;

import dev.gatehouse.findings.gate.DatabaseRule;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.policy.statement.Answer;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.NoEvidence;
import dev.gatehouse.policy.statement.Question;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** That the vulnerability database was young when the libraries were looked up in it. */
public record DatabaseAge(int most, int days) implements Question {

    @Override
    public Answer answer(Evidence evidence) {
        var report = evidence.report(days);
        var run = report.scanners().stream()
                .filter(one -> one.id() == ScannerKind.SCA && one.status() == ScannerStatus.COMPLETED)
                .findFirst()
                .orElseThrow(() -> new NoEvidence("The scan did not look libraries up."));
        var text = run.databaseDate();
        if (text == null || text.length() < 10) {
            throw new NoEvidence("The vulnerability database does not say how old it is.");
        }
        var newest = Evidence.believing(() -> day(text.substring(0, 10)));
        long age = ChronoUnit.DAYS.between(newest, Evidence.day(report.created()));
        return Answer.of(
                age >= -1 && age <= most,
                "The newest record was of %s, %d days old at the scan of %s; at most %d are promised.%s"
                        .formatted(
                                newest,
                                age,
                                Evidence.day(report.created()),
                                most,
                                DatabaseRule.EMBEDDED.equals(run.databaseName())
                                        ? " It was the small set of data that comes with Gatehouse."
                                        : ""),
                evidence.proof(Evidence.given(evidence.sources().report(), "report")));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the vulnerability database has no date", e);
        }
    }
}
