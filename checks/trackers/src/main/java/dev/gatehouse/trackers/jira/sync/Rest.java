package dev.gatehouse.trackers.jira.sync;

import dev.gatehouse.findings.config.Sha256;
import dev.gatehouse.trackers.jira.issue.Owner;
import dev.gatehouse.trackers.jira.issue.ProjectState;
import dev.gatehouse.trackers.jira.issue.Wanted;
import dev.gatehouse.trackers.jira.issue.Wanted.Condition;
import dev.gatehouse.trackers.jira.text.Block;
import dev.gatehouse.trackers.jira.text.Document;
import dev.gatehouse.trackers.jira.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The one issue for all that one scan made no issues for, so that nothing is lost and nobody is flooded. */
final class Rest {
    private static final int MOST_LISTED = 50;

    private Rest() {}

    static String marker(Owner owner) {
        return Sha256.of("rest", owner.source(), owner.branch()).substring(0, 24);
    }

    /**
     * @param left worst first; none to say that there is no rest any more
     */
    static Wanted of(ProjectState state, List<Wanted> left, Wanted pattern) {
        var bySeverity = left.stream()
                .collect(Collectors.groupingBy(wanted -> wanted.severity().label(), Collectors.counting()));
        var items = left.stream()
                .limit(MOST_LISTED)
                .map(wanted -> List.<Span>of(
                        new Span.Strong(wanted.severity().label()), new Span.Plain(" " + wanted.summary())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (left.size() > MOST_LISTED) {
            items.add(List.of(new Span.Plain("and %d more".formatted(left.size() - MOST_LISTED))));
        }
        var text = ("Findings without an issue of their own, since one scan makes only so many (max-new-issues): %s."
                        + " Later scans make more; this issue is closed when none is left.")
                .formatted(bySeverity);
        var description = Document.of(text).and(new Block.Bullets(items));
        return new Wanted(
                state.owner(),
                marker(state.owner()),
                left.isEmpty() ? Condition.FIXED : Condition.OPEN,
                pattern.scanner(),
                "Findings of %s without an issue of their own"
                        .formatted(state.owner().source()),
                description,
                pattern.severity(),
                true,
                left.stream().map(Wanted::marker).sorted().toList(),
                List.of(),
                List.of(),
                null,
                state.seen(),
                pattern.commit(),
                pattern.link());
    }
}
