package dev.gatehouse.findings.gate;

import dev.gatehouse.findings.acceptance.Acceptances;
import dev.gatehouse.findings.acceptance.Accepted;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.report.Verdict;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Applies a policy to what a scan saw. Equal input on the same day gets an equal verdict. */
public final class Gate {
    private final Policy policy;
    private final LocalDate today;

    /**
     * @param clock read once; days are those of UTC
     */
    public Gate(Policy policy, Clock clock) {
        this.policy = policy;
        this.today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Lets findings through that risk acceptances and VEX statements are about. */
    public Accepted accept(List<Finding> findings) {
        return new Acceptances(policy.grants(), today).apply(findings);
    }

    /**
     * The verdict: failed when a rule is broken, otherwise incomplete when something was not looked at, otherwise passed.
     *
     * @param problems of project discovery; those of scanners are taken from their runs
     */
    public Verdict judge(Accepted accepted, List<ScannerRun> runs, List<Problem> problems) {
        var seen = new Seen(accepted, runs, problems, today);
        var judgements = Stream.concat(
                        policy.rules().stream().map(rule -> rule.judge(seen)), AcceptanceOutcomes.of(accepted.uses()))
                .toList();
        return new Verdict(
                judgements.stream().map(Judgement::status).reduce(Verdict.Status.PASSED, CompletenessRule::worse),
                judgements.stream().map(Judgement::outcome).toList());
    }
}
