package dev.gatehouse.findings.report;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.model.State;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A report in numbers; accepted findings count only as accepted.
 *
 * @param bySeverity of the findings that are not accepted; worst first, with zeros
 * @param fresh new or reintroduced, not accepted
 */
public record Tally(Map<Severity, Integer> bySeverity, int counting, int accepted, int fresh, int fixed) {

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
                report.findings().size() - counting.size(),
                fresh,
                report.fixed().size());
    }

    /** The findings that are not accepted, worst first. */
    public static List<Finding> counting(Report report) {
        return report.findings().stream()
                .filter(finding -> finding.acceptance() == null)
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
