package dev.gatehouse.cli.scan;

import dev.gatehouse.findings.model.Finding;
import java.util.Comparator;

/** The order in which people want to read findings. */
final class Worst {
    /** What counts before what is accepted, then by severity, score and place; equal input gives equal order. */
    static final Comparator<Finding> FIRST = Comparator.comparing((Finding finding) -> finding.acceptance() != null)
            .thenComparing(Finding::severity, Comparator.reverseOrder())
            .thenComparing(Worst::score, Comparator.reverseOrder())
            .thenComparing(finding -> finding.location().display())
            .thenComparing(Finding::rule)
            .thenComparing(Finding::id);

    private Worst() {}

    private static double score(Finding finding) {
        var cvss = finding.cvss();
        return cvss == null ? 0 : cvss.score();
    }
}
