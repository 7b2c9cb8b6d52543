package dev.gatehouse.findings.gate;

import dev.gatehouse.findings.acceptance.Authority;
import dev.gatehouse.findings.acceptance.Grants;
import dev.gatehouse.findings.config.Sha256;
import dev.gatehouse.findings.gate.CountRule.Limit;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.select.Selection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that decides about a build: the rules of the floor, then those of the repository or the built-in ones. Each
 * stands for itself, so adding the repository's can only make the gate stricter than the floor alone.
 *
 * @param grants what floor and repository let through, and on which terms
 * @param info for the report
 */
public record Policy(List<Rule> rules, List<Grants> grants, Report.PolicyInfo info) {
    public Policy {
        rules = List.copyOf(rules);
        grants = List.copyOf(grants);
    }

    /** The floor by itself: what every repository must keep to, whatever its own file says. */
    public Policy floorAlone() {
        return new Policy(
                rules.stream()
                        .filter(rule -> rule.origin().kind() == Origin.Kind.FLOOR)
                        .toList(),
                grants.stream()
                        .filter(grant -> grant.authority() == Authority.FLOOR)
                        .toList(),
                info);
    }

    /** For each severity the shortest time that any rule gives. */
    public ServiceLevels serviceLevels() {
        return rules.stream()
                .filter(CountRule.class::isInstance)
                .map(rule -> ((CountRule) rule).levels())
                .reduce(ServiceLevels.NONE, ServiceLevels::strictest);
    }

    /**
     * The policy for {@code --fail-on}: no finding of that severity or a worse one, whatever its state, in place of the
     * built-in rules that count findings. What a file or a floor asks for stays.
     */
    public Policy failOn(Severity severity) {
        var option = "--fail-on " + severity.label();
        var kept = rules.stream()
                .filter(rule -> !(rule instanceof CountRule && rule.origin().kind() == Origin.Kind.DEFAULT));
        var rule = new CountRule(
                option,
                new Origin(Origin.Kind.COMMAND_LINE, "--fail-on"),
                Selection.atLeast(severity),
                severity == Severity.INFO ? List.of() : List.of(Selection.INFORMATIONAL, Selection.UNLIKELY),
                List.of(new Limit(Tally.ALL, 0)),
                ServiceLevels.NONE,
                true);
        return new Policy(
                Stream.concat(kept, Stream.of(rule)).toList(),
                grants,
                new Report.PolicyInfo(info.source(), info.floor(), Sha256.of(info.digest(), option)));
    }
}
