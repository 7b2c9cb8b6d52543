package dev.gatehouse.findings.gate;

import dev.gatehouse.findings.acceptance.Accepted.Weighed;
import dev.gatehouse.findings.acceptance.Authority;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.State;
import dev.gatehouse.findings.report.Verdict;
import dev.gatehouse.findings.select.Selection;
import dev.gatehouse.findings.text.VisibleText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * At most so many findings of a kind. Findings that are let through do not count.
 *
 * @param when what it is about
 * @param unless what it leaves out, even if {@code when} matches; empty to leave out nothing
 * @param limits at least one
 * @param levels for overdue findings
 * @param trustsRepository whether a finding that only the repository lets through is let through; false for a floor that
 *     does not say otherwise
 */
public record CountRule(
        String name,
        Origin origin,
        Selection when,
        List<Selection> unless,
        List<Limit> limits,
        ServiceLevels levels,
        boolean trustsRepository)
        implements Rule {

    public CountRule {
        unless = List.copyOf(unless);
        limits = List.copyOf(limits);
    }

    /** The most that a tally may be. */
    public record Limit(Tally tally, int max) {}

    /** The same rule with other service levels. */
    public CountRule with(ServiceLevels other) {
        return new CountRule(name, origin, when, unless, limits, other, trustsRepository);
    }

    /** The same rule, counting or not counting what only the repository lets through. */
    public CountRule trustingRepository(boolean trusts) {
        return new CountRule(name, origin, when, unless, limits, levels, trusts);
    }

    @Override
    public String sentence() {
        var most = limits.stream()
                .map(limit -> (limit.max == 0 ? "no %s" : "at most %2$d %1$s").formatted(words(limit.tally), limit.max))
                .collect(Collectors.joining(", "));
        var except = unless.stream().map(Selection::words).map(" or "::concat).collect(Collectors.joining());
        return VisibleText.brief("Allows %s with %s%s%s."
                .formatted(
                        most,
                        when.words(),
                        except.isEmpty() ? "" : ", except " + except.substring(4),
                        hasOverdue() ? "; overdue is: " + levels.words() : ""));
    }

    @Override
    public Judgement judge(Seen seen) {
        var matching = seen.accepted().weighed().stream()
                .filter(weighed -> isAbout(weighed.finding()))
                .toList();
        var counting = matching.stream()
                .filter(this::counts)
                .map(Weighed::finding)
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
        var offending = new ArrayList<String>();
        var parts = new ArrayList<String>();
        for (var limit : limits) {
            var tallied = counting.stream()
                    .filter(finding -> limit.tally.counts(finding, levels, seen.today()))
                    .toList();
            parts.add("%d %s, at most %d allowed".formatted(tallied.size(), limit.tally.word(), limit.max));
            if (tallied.size() > limit.max) {
                tallied.forEach(finding -> offending.add(finding.id()));
            }
        }
        return Judgement.of(
                name,
                origin,
                offending.isEmpty() ? Verdict.Status.PASSED : Verdict.Status.FAILED,
                "%s (%s)%s."
                        .formatted(
                                VisibleText.brief(when.words()), String.join("; ", parts), remarks(matching, counting)),
                offending);
    }

    private boolean isAbout(Finding finding) {
        return when.matches(finding) && unless.stream().noneMatch(selection -> selection.matches(finding));
    }

    private boolean counts(Weighed weighed) {
        return weighed.by() == null || (weighed.by() == Authority.REPOSITORY && !trustsRepository);
    }

    private String remarks(List<Weighed> matching, List<Finding> counting) {
        long untrusted = matching.stream()
                .filter(weighed -> weighed.by() == Authority.REPOSITORY && !trustsRepository)
                .count();
        int accepted = matching.size() - counting.size();
        long undated = counting.stream()
                .filter(finding -> hasOverdue()
                        && finding.state() == State.EXISTING
                        && ServiceLevels.firstSeen(finding).isEmpty())
                .count();
        return Stream.of(
                        accepted == 0 ? "" : "; %d more accepted".formatted(accepted),
                        untrusted == 0
                                ? ""
                                : "; %d of them accepted by the repository, which the floor does not let count"
                                        .formatted(untrusted),
                        undated == 0 ? "" : "; for %d the day they were first seen is unknown".formatted(undated))
                .collect(Collectors.joining());
    }

    /** Whether it counts what is past its service level. */
    public boolean hasOverdue() {
        return limits.stream().anyMatch(limit -> limit.tally == Tally.OVERDUE);
    }

    private static String words(Tally tally) {
        return tally == Tally.ALL ? "finding" : tally.word() + " finding";
    }
}
