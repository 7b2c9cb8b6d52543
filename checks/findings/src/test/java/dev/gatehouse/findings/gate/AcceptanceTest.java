package dev.gatehouse.findings.gate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.report.Verdict.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptanceTest {
    private static final Finding SQL = Scans.code("f1", "SQL_INJECTION", Severity.CRITICAL, 89, "src/legacy/Cart.java");
    private static final String FLOOR = """
            gate:
              acceptances: %s
              rules: [{name: org, when: {severity: critical}, max: 0}]
            """;

    @Test
    void anAcceptedFindingNoLongerCountsAndSaysWhoLetsItThrough() {
        var policy = Scans.policy(acceptance("path: 'src/legacy/**'", "2026-06-01"), null);
        var gate = new Gate(policy, Scans.CLOCK);
        var accepted = gate.accept(List.of(SQL));
        var acceptance = requireNonNull(accepted.findings().get(0).acceptance());
        assertThat(acceptance.source()).isEqualTo("repo.yml:2");
        assertThat(acceptance.owner()).isEqualTo("Robin <robin@example.org>");
        var verdict = gate.judge(accepted, Scans.COMPLETE, List.of());
        assertThat(verdict.status()).isEqualTo(Status.PASSED);
        assertThat(Scans.outcome(verdict, "risk acceptances").reason())
                .isEqualTo("1 acceptance used, letting 1 finding through: repo.yml:2.");
    }

    @Test
    void everyConditionOfAnAcceptanceMustHold() {
        var policy = Scans.policy(acceptance("cwe: 89\n    rule: OTHER", "2026-06-30"), null);
        assertThat(Scans.judge(policy, SQL).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void anExpiredAcceptanceFailsTheGate() {
        var verdict = Scans.judge(Scans.policy(acceptance("id: f1", "2026-05-31"), null), SQL);
        var outcome = Scans.outcome(verdict, "risk acceptances");
        assertThat(verdict.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.passed()).isFalse();
        assertThat(outcome.findings()).containsExactly("f1");
        assertThat(outcome.reason()).contains("Expired (1): repo.yml:2 (expired on 2026-05-31).");
        assertThat(Scans.outcome(verdict, "no new critical or high findings").passed())
                .isFalse();
    }

    @Test
    void anAcceptanceTooFarAheadLetsNothingThrough() {
        var last = Scans.judge(Scans.policy(acceptance("id: f1", "2026-11-28"), null), SQL);
        assertThat(last.status()).isEqualTo(Status.PASSED);
        var beyond = Scans.judge(Scans.policy(acceptance("id: f1", "2026-11-29"), null), SQL);
        assertThat(beyond.status()).isEqualTo(Status.FAILED);
        assertThat(Scans.outcome(beyond, "risk acceptances").reason()).contains("at most 180 days");
    }

    @Test
    void anUnusedAcceptanceIsNamedAndHarmless() {
        var verdict = Scans.judge(Scans.policy(acceptance("id: nobody", "2026-06-30"), null));
        assertThat(verdict.status()).isEqualTo(Status.PASSED);
        assertThat(Scans.outcome(verdict, "risk acceptances").reason()).endsWith("Unused (1): repo.yml:2.");
    }

    @Test
    void theRepositoryCannotAcceptItsWayPastTheFloor() {
        var policy = Scans.policy(acceptance("id: f1", "2026-06-30"), FLOOR.formatted("{}"));
        var verdict = Scans.judge(policy, SQL);
        assertThat(verdict.status()).isEqualTo(Status.FAILED);
        assertThat(Scans.outcome(verdict, "org").reason())
                .contains("accepted by the repository, which the floor does not let count");
        assertThat(Scans.outcome(verdict, "no new critical or high findings").passed())
                .isTrue();
    }

    @Test
    void aFloorMayLetTheRepositoryAcceptOnItsTerms() {
        var terms = "{from-repository: true, max-days: 30, owners: ['*@example.org>'], never: [{cwe: 502}]}";
        var floor = FLOOR.formatted(terms);
        assertThat(Scans.judge(Scans.policy(acceptance("id: f1", "2026-06-30"), floor), SQL)
                        .status())
                .isEqualTo(Status.PASSED);
        assertThat(Scans.judge(Scans.policy(acceptance("id: f1", "2026-07-02"), floor), SQL)
                        .status())
                .isEqualTo(Status.FAILED);
        var stranger = acceptance("id: f1", "2026-06-30").replace("example.org", "example.com");
        assertThat(Scans.judge(Scans.policy(stranger, floor), SQL).status()).isEqualTo(Status.FAILED);
        var never = Scans.judge(Scans.policy(acceptance("id: f1", "2026-06-30"), floor), SQL.withCwe(List.of(502)));
        assertThat(never.status()).isEqualTo(Status.FAILED);
        assertThat(Scans.outcome(never, "risk acceptances").reason())
                .contains("Not allowed (1): repo.yml:2 (the floor forbids accepting findings with CWE-502)");
    }

    private static String acceptance(String about, String expires) {
        return """
               acceptances:
                 - %s
                   owner: Robin <robin@example.org>
                   reason: Behind a locked door.
                   expires: %s
               """.formatted(about, expires);
    }
}
