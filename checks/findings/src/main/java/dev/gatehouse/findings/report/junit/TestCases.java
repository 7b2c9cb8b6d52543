package dev.gatehouse.findings.report.junit;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.Tally;
import dev.gatehouse.findings.report.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What becomes a test case. */
final class TestCases {
    private TestCases() {}

    static List<TestCase> ofRules(Report report) {
        return report.verdict().rules().stream().map(TestCases::rule).toList();
    }

    private static TestCase rule(Verdict.RuleOutcome rule) {
        var result = rule.passed() ? TestCase.Result.PASSED : TestCase.Result.FAILURE;
        var detail = rule.reason() + "\nrule from: " + rule.source();
        return new TestCase("gatehouse.gate", rule.rule(), 0, result, rule.reason(), detail);
    }

    static List<TestCase> ofScanners(Report report) {
        return report.scanners().stream().map(TestCases::scanner).toList();
    }

    private static TestCase scanner(ScannerRun run) {
        var result = switch (run.status()) {
            case COMPLETED -> TestCase.Result.PASSED;
            case SKIPPED -> TestCase.Result.SKIPPED;
            case PARTIAL, FAILED, TIMED_OUT -> TestCase.Result.ERROR;
        };
        var message =
                run.status() == ScannerStatus.COMPLETED ? "" : run.status().label() + ": " + run.reason();
        var detail = new StringBuilder(message);
        run.problems()
                .forEach(problem ->
                        detail.append('\n').append(problem.place()).append(": ").append(problem.sentence()));
        return new TestCase(
                "gatehouse.scanners", run.id().label(), run.durationMs() / 1000.0, result, message, detail.toString());
    }

    /** A finding fails when a broken rule names it; rules name at most 100, so the others only say that they are there. */
    static List<TestCase> ofFindings(Report report) {
        var breaking = new HashSet<String>();
        report.verdict().rules().stream()
                .filter(rule -> !rule.passed())
                .forEach(rule -> breaking.addAll(rule.findings()));
        return Tally.counting(report).stream()
                .map(finding -> finding(finding, breaking))
                .toList();
    }

    private static TestCase finding(Finding finding, Set<String> breaking) {
        var name = finding.rule() + " at " + finding.location().display() + " [" + finding.id() + "]";
        var message = finding.severity().label() + ", " + finding.state().label() + ": " + finding.title();
        boolean breaks = breaking.contains(finding.id());
        return new TestCase(
                "gatehouse.findings." + finding.scanner().label(),
                name,
                0,
                breaks ? TestCase.Result.FAILURE : TestCase.Result.SKIPPED,
                breaks ? message : message + " (named by no broken rule)",
                finding.description() + "\nHow to fix: " + finding.remediation());
    }
}
