package dev.gatehouse.scanners.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.gate.Gate;
import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.policyfile.PolicyReader;
import dev.gatehouse.findings.report.Confirmation;
import dev.gatehouse.findings.report.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvenTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Triage UNLIKELY = new Triage(Triage.Level.UNLIKELY, "Only constants reach this call.");
    private static final Finding DOUBTED = code().withTriage(UNLIKELY);

    @Test
    void theGateBelievesAFindingThatTriageDoubtedOnceARequestProvesIt() {
        var proven = Proven.believed(List.of(DOUBTED), List.of(new Confirmation("a", "b", "Both are CWE-89.")));
        assertThat(proven)
                .extracting(Finding::triage)
                .containsExactly(new Triage(
                        Triage.Level.CONFIRMED,
                        "A request to the running application proved it. By its code it had been held for unlikely:"
                                + " Only constants reach this call."));
        assertThat(broken(proven)).containsExactly("a");
    }

    @Test
    void withoutAProofTriageHasTheLastWord() {
        var unproven = Proven.believed(List.of(DOUBTED), List.of(new Confirmation("c", "b", "Both are CWE-89.")));
        assertThat(unproven).containsExactly(DOUBTED);
        assertThat(broken(unproven)).isEmpty();
    }

    @Test
    void whatTriageFollowedItselfKeepsItsReason() {
        var followed = code().withTriage(new Triage(Triage.Level.CONFIRMED, "A value read from the request."));
        var proof = List.of(new Confirmation("a", "b", "Both are CWE-89."));
        assertThat(Proven.believed(List.of(followed), proof)).containsExactly(followed);
        assertThat(Proven.believed(List.of(code()), proof))
                .extracting(Finding::triage)
                .containsExactly(new Triage(Triage.Level.CONFIRMED, "A request to the running application proved it."));
    }

    /** Ids of the findings that break a rule of the built-in policy. */
    private static List<String> broken(List<Finding> findings) {
        var gate = new Gate(new PolicyReader(CLOCK).of(null, null), CLOCK);
        return gate.judge(gate.accept(findings), List.of(), List.of()).rules().stream()
                .map(Verdict.RuleOutcome::findings)
                .flatMap(List::stream)
                .toList();
    }

    private static Finding code() {
        var place = new Location.Code("app", null, "Search", "weak()V", 0, 0, "");
        return Finding.seen(ScannerKind.SAST, "RULE", "t", Severity.HIGH, place, Evidence.NONE)
                .withCwe(List.of(89))
                .withId("a");
    }
}
