package dev.gatehouse.findings.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.model.State;
import dev.gatehouse.findings.report.Verdict;
import dev.gatehouse.findings.report.Verdict.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DefaultPolicyTest {
    private static final Finding HIGH = Scans.code("f1", "SQL_INJECTION", Severity.HIGH, 89, "src/Cart.java");
    private final Policy policy = Scans.policy(null, null);

    @Test
    void aCleanScanPasses() {
        var verdict = Scans.judge(policy);
        assertThat(verdict.status()).isEqualTo(Status.PASSED);
        assertThat(verdict.rules()).extracting(Verdict.RuleOutcome::source).containsOnly("default");
    }

    @Test
    void aNewHighFindingFailsWithItsIdAndTheNumbers() {
        var verdict = Scans.judge(policy, HIGH);
        var outcome = Scans.outcome(verdict, "no new critical or high findings");
        assertThat(verdict.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.passed()).isFalse();
        assertThat(outcome.findings()).containsExactly("f1");
        assertThat(outcome.reason()).isEqualTo("severity high or worse (1 new, at most 0 allowed).");
    }

    @Test
    void anExistingHighFindingPassesUntilItIsOverdue() {
        assertThat(Scans.judge(policy, HIGH.withState(State.EXISTING, null, "2026-05-02"))
                        .status())
                .isEqualTo(Status.PASSED);
        var late = Scans.judge(policy, HIGH.withState(State.EXISTING, null, "2026-05-01"));
        assertThat(late.status()).isEqualTo(Status.FAILED);
        assertThat(Scans.outcome(late, "nothing is overdue").findings()).containsExactly("f1");
    }

    @Test
    void whatComesBackFailsEvenWhenItIsLow() {
        var back = Scans.code("f2", "X", Severity.LOW, 1, "A.java").withState(State.REINTRODUCED, null, null);
        assertThat(Scans.judge(policy, back).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void informationalFindingsBreakNoRule() {
        var tagged = HIGH.withTags(List.of("informational")).withState(State.REINTRODUCED, null, "2020-01-01");
        var info = Scans.code("f3", "X", Severity.INFO, 1, "A.java").withState(State.REINTRODUCED, null, "2020-01-01");
        assertThat(Scans.judge(policy, tagged, info).status()).isEqualTo(Status.PASSED);
        assertThat(Scans.judge(policy.failOn(Severity.LOW), tagged, info).status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void aScannerThatDidNotRunIsNoPass() {
        var verdict = Scans.judge(policy, List.of(Scans.COMPLETE.get(0)));
        assertThat(verdict.status()).isEqualTo(Status.INCOMPLETE);
        assertThat(Scans.outcome(verdict, "scanners that must run").reason()).isEqualTo("sca must run and did not.");
    }

    @Test
    void aBrokenRuleWeighsMoreThanAMissingScanner() {
        assertThat(Scans.judge(policy, List.of(), HIGH).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void aScannerThatFailedTimedOutOrWasSkippedIsNoPass() {
        for (var status : List.of(ScannerStatus.FAILED, ScannerStatus.TIMED_OUT, ScannerStatus.SKIPPED)) {
            var runs = List.of(Scans.run(ScannerKind.SAST, status), Scans.COMPLETE.get(1));
            assertThat(Scans.judge(policy, runs).status()).isEqualTo(Status.INCOMPLETE);
        }
    }

    @Test
    void aFileThatCouldNotBeReadIsNoPass() {
        var problem = new Problem("unreadable-archive", "lib/\u001b[31mx.jar", "is cut off");
        var runs = List.of(Scans.COMPLETE.get(0), Scans.run(ScannerKind.SCA, ScannerStatus.PARTIAL, problem));
        var verdict = Scans.judge(policy, runs);
        assertThat(verdict.status()).isEqualTo(Status.INCOMPLETE);
        assertThat(Scans.outcome(verdict, "nothing left out").reason())
                .contains("unreadable-archive")
                .doesNotContain("\u001b");
        var gate = new Gate(policy, Scans.CLOCK);
        assertThat(gate.judge(gate.accept(List.of()), Scans.COMPLETE, List.of(problem))
                        .status())
                .isEqualTo(Status.INCOMPLETE);
    }

    @Test
    void anOldDatabaseIsNoPass() {
        assertThat(judged("2026-05-02", null).status()).isEqualTo(Status.PASSED);
        assertThat(judged("2026-05-01", null).status()).isEqualTo(Status.INCOMPLETE);
        assertThat(judged(null, null).status()).isEqualTo(Status.INCOMPLETE);
        assertThat(judged("2030-01-01", null).status()).isEqualTo(Status.INCOMPLETE);
    }

    @Test
    void theEmbeddedDatabaseIsNamedWithItsGapsUnlessThePolicyAllowsIt() {
        var verdict = judged("2025-05-30", "embedded");
        assertThat(verdict.status()).isEqualTo(Status.INCOMPLETE);
        assertThat(Scans.outcome(verdict, "age of the vulnerability database").reason())
                .contains("2025-05-30", "367 days", "2019 is missing", "gatehouse vulndb update");
        var allowing = Scans.policy("gate: {database: {max-age-days: 30, embedded: ignore}}", null);
        assertThat(Scans.judge(allowing, databaseRun("2025-05-30", "embedded")).status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void failOnTakesThePlaceOfTheBuiltInCountsOnly() {
        var existing = HIGH.withState(State.EXISTING, null, null);
        assertThat(Scans.judge(policy.failOn(Severity.CRITICAL), HIGH).status()).isEqualTo(Status.PASSED);
        assertThat(Scans.judge(policy.failOn(Severity.HIGH), existing).status()).isEqualTo(Status.FAILED);
        assertThat(Scans.judge(policy.failOn(Severity.CRITICAL), List.of()).status())
                .isEqualTo(Status.INCOMPLETE);
        var own = Scans.policy("gate: {rules: [{name: mine, when: {cwe: 89}, max: 0}]}", null);
        assertThat(Scans.judge(own.failOn(Severity.CRITICAL), HIGH).status()).isEqualTo(Status.FAILED);
        assertThat(policy.failOn(Severity.HIGH).info().digest())
                .isNotEqualTo(policy.info().digest());
    }

    private Verdict judged(@Nullable String date, @Nullable String name) {
        return Scans.judge(policy, databaseRun(date, name));
    }

    private static List<ScannerRun> databaseRun(@Nullable String date, @Nullable String name) {
        return List.of(
                Scans.COMPLETE.get(0),
                new ScannerRun(
                        ScannerKind.SCA,
                        "sca",
                        "1",
                        ScannerStatus.COMPLETED,
                        "",
                        1,
                        null,
                        date,
                        name,
                        "2019 is missing.",
                        Map.of(),
                        List.of()));
    }
}
