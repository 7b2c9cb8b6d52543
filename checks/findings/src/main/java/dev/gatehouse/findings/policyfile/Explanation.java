package dev.gatehouse.findings.policyfile;

import dev.gatehouse.findings.acceptance.AcceptanceTerms;
import dev.gatehouse.findings.acceptance.Authority;
import dev.gatehouse.findings.acceptance.Grants;
import dev.gatehouse.findings.gate.CountRule;
import dev.gatehouse.findings.gate.Origin;
import dev.gatehouse.findings.gate.Policy;
import dev.gatehouse.findings.select.Glob;
import dev.gatehouse.findings.select.Selection;
import dev.gatehouse.findings.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in sentences what a policy asks for, and where each of them comes from. */
public final class Explanation {
    private final Policy policy;
    private final Overrides overrides;

    public Explanation(Policy policy) {
        this.policy = policy;
        this.overrides = new Overrides(policy);
    }

    /**
     * One sentence of the explanation.
     *
     * @param source {@code default}, {@code FILE:LINE} or {@code floor FILE:LINE}
     * @param overridden what the floor makes of it; empty when it holds as it stands
     */
    public record Line(String rule, String sentence, String source, String overridden) {}

    /** Every rule and every term, in the order in which they are judged. */
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        policy.rules()
                .forEach(rule -> lines.add(new Line(
                        VisibleText.brief(rule.name()),
                        rule.sentence(),
                        VisibleText.brief(rule.origin().place()),
                        overrides.of(rule))));
        if (policy.grants().stream().noneMatch(grant -> grant.authority() == Authority.REPOSITORY)) {
            lines.add(new Line(
                    "risk acceptances",
                    "May expire at most %d days ahead.".formatted(AcceptanceTerms.DEFAULT_MAX_DAYS),
                    "default",
                    overrides.of(AcceptanceTerms.DEFAULT)));
        }
        policy.grants().forEach(grant -> lines.addAll(lines(grant)));
        return lines;
    }

    private List<Line> lines(Grants grant) {
        var source = VisibleText.brief(grant.terms().source());
        var lines = new ArrayList<Line>();
        lines.add(new Line(
                "risk acceptances",
                terms(grant.terms()),
                source,
                grant.authority() == Authority.FLOOR ? "" : overrides.of(grant.terms())));
        if (grant.authority() == Authority.FLOOR) {
            lines.add(new Line("acceptances of the repository", trust(), source, ""));
        }
        grant.acceptances()
                .forEach(acceptance -> lines.add(new Line(
                        "risk acceptance",
                        VisibleText.brief("%s lets %s through until %s: %s"
                                .formatted(
                                        acceptance.owner(),
                                        acceptance.findings().words(),
                                        acceptance.expires(),
                                        acceptance.reason())),
                        acceptance.source(),
                        grant.authority() == Authority.FLOOR ? "" : overrides.of(acceptance))));
        grant.vex()
                .forEach(document -> lines.add(new Line(
                        "VEX statements",
                        document.refusal() == null
                                ? "%d statements, %d more refused."
                                        .formatted(
                                                document.statements().size(),
                                                document.refused().size())
                                : "Refused: the file %s.".formatted(document.refusal()),
                        VisibleText.brief(document.name()),
                        "")));
        return lines;
    }

    private static String terms(AcceptanceTerms terms) {
        var owners = terms.owners().isEmpty()
                ? ""
                : " Only %s may own one."
                        .formatted(terms.owners().stream().map(Glob::pattern).collect(Collectors.joining(", ")));
        var never = terms.never().isEmpty()
                ? ""
                : " Never for: %s."
                        .formatted(terms.never().stream().map(Selection::words).collect(Collectors.joining("; ")));
        return VisibleText.brief("May expire at most %d days ahead.%s%s".formatted(terms.maxDays(), owners, never));
    }

    private String trust() {
        boolean trusted = policy.rules().stream()
                .filter(rule -> rule.origin().kind() == Origin.Kind.FLOOR)
                .anyMatch(rule -> rule instanceof CountRule count && count.trustsRepository());
        return trusted
                ? "Count for the floor's rules too, on the floor's terms."
                : "Count for the repository's own rules only, never for the floor's.";
    }
}
