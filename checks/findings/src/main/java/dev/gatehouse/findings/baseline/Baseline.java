package dev.gatehouse.findings.baseline;

import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.report.Report;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier build found: the measure for what is new.
 *
 * @param project its name
 * @param created when that build's scan ended, UTC
 * @param commit id of the git commit that was scanned, if there was one
 * @param findings that were there, without evidence and texts; each with the day on which it was first seen
 * @param fixedEarlier findings that were fixed in that build or before, latest first, at most {@value #MEMORY}
 */
public record Baseline(
        String project,
        Instant created,
        @Nullable String commit,
        @Nullable String branch,
        List<Finding> findings,
        List<Finding> fixedEarlier) {
    /** How many fixed findings are remembered. Older ones count as new when they come back. */
    public static final int MEMORY = 10_000;

    public Baseline {
        var day = created.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        findings = findings.stream().map(finding -> slim(finding, day)).toList();
        var ids = new HashSet<String>();
        findings.forEach(finding -> ids.add(finding.id()));
        fixedEarlier = fixedEarlier.stream()
                .filter(finding -> ids.add(finding.id()))
                .limit(MEMORY)
                .map(finding -> slim(finding, day))
                .toList();
    }

    /** The baseline that a report makes for the builds after it. */
    public static Baseline of(Report report) {
        return new Baseline(
                report.project().name(),
                report.created(),
                report.project().commit(),
                report.project().branch(),
                join(report.findings(), report.carried().notChecked()),
                join(report.fixed(), report.carried().fixedEarlier()));
    }

    private static List<Finding> join(List<Finding> some, List<Finding> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Evidence stays out: a baseline is committed beside the code and should hold no excerpts of it. */
    private static Finding slim(Finding finding, String day) {
        return finding.withEvidence(Evidence.NONE)
                .withTexts("", "")
                .withAcceptance(null)
                .withState(finding.state(), null, Objects.requireNonNullElse(finding.firstSeen(), day));
    }
}
