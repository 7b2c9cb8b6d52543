package dev.gatehouse.policy.evidence;

import dev.gatehouse.findings.gate.Gate;
import dev.gatehouse.findings.gate.Policy;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.policyfile.PolicyReader;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.Verdict;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets the gate judge a report once more, under the policy that lies in the bundle and on the day of the scan. */
final class Judged {
    private final Report report;
    private final PolicyReader reader;
    private final Clock then;

    Judged(Report report) {
        this.report = report;
        this.then = Clock.fixed(report.created(), ZoneOffset.UTC);
        this.reader = new PolicyReader(then);
    }

    /** The policy by which the report says it was judged; none when that is not in the bundle. */
    Optional<Policy> policy(Unpacked unpacked) {
        var floor = unpacked.floor();
        return Stream.of(reader.read(unpacked.policy(), floor), reader.read(null, floor))
                .flatMap(policy -> Stream.concat(
                        Stream.of(policy), Arrays.stream(Severity.values()).map(policy::failOn)))
                .filter(policy -> policy.info().digest().equals(report.policy().digest()))
                .findFirst();
    }

    Verdict under(Policy policy) {
        var gate = new Gate(policy, then);
        var findings = report.findings().stream()
                .map(finding -> finding.withAcceptance(null))
                .toList();
        return gate.judge(gate.accept(findings), report.scanners(), report.problems());
    }
}
