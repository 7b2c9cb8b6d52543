package dev.gatehouse.findings.report;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.model.State;
import dev.gatehouse.findings.model.Triage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A report in numbers; accepted findings count only as accepted, those that triage does not believe only as set aside.
 *
 * @param bySeverity of the findings that count; worst first, with zeros
 * @param aside unlikely or informational by triage, not accepted
 * @param fresh new or reintroduced, of the findings that count
 */
public record Tally(Map<Severity, Integer> bySeverity, int counting, int aside, int accepted, int fresh, int fixed) {

    public static Tally of(Report report) {
        var counting = counting(report);
        var bySeverity = new EnumMap<Severity, Integer>(Severity.class);
        counting.forEach(finding -> bySeverity.merge(finding.severity(), 1, Integer::sum));
        int fresh = (int) counting.stream()
                .filter(finding -> finding.state() != State.EXISTING)
                .count();
        return new Tally(
                bySeverity,
                counting.size(),
                aside(report).size(),
                (int) report.findings().stream()
                        .filter(finding -> finding.acceptance() != null)
                        .count(),
                fresh,
                report.fixed().size());
    }

    /** The findings that are neither accepted nor set aside, worst first. */
    public static List<Finding> counting(Report report) {
        return open(report, Triage::believes);
    }

    /** The findings that triage holds for unlikely or informational, worst first. */
    public static List<Finding> aside(Report report) {
        return open(report, finding -> !Triage.believes(finding));
    }

    private static List<Finding> open(Report report, Predicate<Finding> wanted) {
        return report.findings().stream()
                .filter(finding -> finding.acceptance() == null && wanted.test(finding))
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
    }

    public int of(Severity severity) {
        return bySeverity.getOrDefault(severity, 0);
    }

    /** Severities worst first. */
    public static List<Severity> severities() {
        return Arrays.stream(Severity.values())
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
