package dev.gatehouse.cli.baseline;

import dev.gatehouse.findings.baseline.Baseline;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.text.VisibleText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code gatehouse baseline show} prints; as JSON it is this record. */
record Listing(
        String file,
        String project,
        Instant created,
        @Nullable String commit,
        @Nullable String branch,
        Map<String, Integer> bySeverity,
        List<Entry> findings,
        List<Entry> fixedEarlier) {

    record Entry(
            String id,
            ScannerKind scanner,
            String rule,
            Severity severity,
            String place,
            @Nullable String firstSeen) {
        static Entry of(Finding finding) {
            return new Entry(
                    finding.id(),
                    finding.scanner(),
                    finding.rule(),
                    finding.severity(),
                    finding.location().display(),
                    finding.firstSeen());
        }

        String line() {
            return VisibleText.exact("  %-8s  %s  %s  since %s".formatted(severity.label(), id, rule, firstSeen));
        }
    }

    static Listing of(Path file, Baseline baseline) {
        return new Listing(
                file.toString(),
                baseline.project(),
                baseline.created(),
                baseline.commit(),
                baseline.branch(),
                counts(baseline.findings()),
                entries(baseline.findings()),
                entries(baseline.fixedEarlier()));
    }

    private static List<Entry> entries(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::severity)
                        .reversed()
                        .thenComparing(finding -> finding.location().display())
                        .thenComparing(Finding::id))
                .map(Entry::of)
                .toList();
    }

    /** Worst first, also those of which there are none. */
    private static Map<String, Integer> counts(List<Finding> findings) {
        var counts = new LinkedHashMap<String, Integer>();
        Arrays.stream(Severity.values())
                .sorted(Comparator.reverseOrder())
                .forEach(severity -> counts.put(severity.label(), 0));
        findings.forEach(finding -> counts.merge(finding.severity().label(), 1, Integer::sum));
        return counts;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(VisibleText.exact("Baseline of %s, made %s".formatted(project.isEmpty() ? file : project, created)));
        if (commit != null) {
            lines.add(VisibleText.exact("Commit %s%s".formatted(commit, branch == null ? "" : " on " + branch)));
        }
        lines.add("%d findings (%s), %d fixed earlier".formatted(findings.size(), severities(), fixedEarlier.size()));
        for (var entry : findings) {
            lines.add(entry.line());
            lines.add(VisibleText.exact("            " + entry.place()));
        }
        return lines;
    }

    private String severities() {
        return bySeverity.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
