package dev.gatehouse.trackers.jira.sync;

import dev.gatehouse.trackers.http.TrackerProblem;
import dev.gatehouse.trackers.jira.api.Jira;
import dev.gatehouse.trackers.jira.text.Document;

/**
 * Closes issues that two machines with different outboxes made at the same moment. All machines keep the one that was made
 * first, so none undoes what another did.
 */
final class Duplicates {
    private final Jira jira;
    private final Route route;
    private final Notes notes;

    Duplicates(Jira jira, Route route, Notes notes) {
        this.jira = jira;
        this.route = route;
        this.notes = notes;
    }

    void close(Survey.Duplicate duplicate) {
        var key = duplicate.issue().key();
        var first = duplicate.first().key();
        var mark = Mark.of(duplicate.issue()).orElseThrow();
        if (!duplicate.issue().done()) {
            route.close(key);
        }
        var event = "duplicate-of-" + first;
        if (!jira.hasComment(key, event)) {
            jira.comment(
                    key,
                    Document.of("The same as %s: two builds made an issue at the same moment. That one goes on."
                            .formatted(first)),
                    event);
        }
        try {
            jira.link("Duplicate", key, first);
        } catch (TrackerProblem problem) {
            if (problem.kind().isAboutTheWholeTracker()) {
                throw problem;
            }
            notes.note("%s: without a link to %s: %s".formatted(key, first, problem.sentence()));
        }
        jira.mark(key, mark.withState(Mark.DUPLICATE).json());
        notes.note("closed %s, which two builds had made beside %s".formatted(key, first));
    }
}
