package dev.gatehouse.trackers.jira.sync;

import dev.gatehouse.trackers.jira.api.Issue;
import dev.gatehouse.trackers.jira.issue.Wanted;
import dev.gatehouse.trackers.jira.issue.Wanted.Condition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether an issue stands as it was left: then nothing is asked of it, not even how it is. */
final class Standing {
    private final NewIssue newIssue;

    Standing(NewIssue newIssue) {
        this.newIssue = newIssue;
    }

    /**
     * @param issue as a search shows it; none when the search left it out, since it is closed and did not change
     * @param done the digest that this outbox last made true; none when others did, or nobody
     * @param waiting the digest that still waits in the outbox, which may have been half made true; none when nothing does
     */
    boolean isAsLeft(Wanted wanted, @Nullable Issue issue, @Nullable String done, @Nullable String waiting) {
        if (waiting != null && !waiting.equals(wanted.digest())) {
            return false;
        }
        if (issue == null) {
            return wanted.digest().equals(done);
        }
        boolean made = done == null ? isMadeByOthers(wanted, issue) : done.equals(wanted.digest());
        return made && isUntouched(wanted, issue);
    }

    /** What they wrote on it says that there is nothing to add. */
    private boolean isMadeByOthers(Wanted wanted, Issue issue) {
        return Mark.of(issue)
                .filter(mark -> wanted.findings().size() <= Mark.MOST_FINDINGS)
                .filter(mark -> wanted.condition() != Condition.OPEN
                        || (mark.state().equals(Mark.OPEN)
                                && mark.findings().equals(wanted.findings())
                                && Objects.equals(
                                        mark.priority(),
                                        newIssue.priority(wanted).orElse(null))))
                .isPresent();
    }

    private static boolean isUntouched(Wanted wanted, Issue issue) {
        var state = Mark.of(issue).map(Mark::state).orElse("");
        return wanted.condition() == Condition.OPEN
                ? state.equals(issue.done() ? Mark.WONT_DO : Mark.OPEN)
                : issue.done() || state.equals(Mark.stateOf(wanted.condition()));
    }
}
