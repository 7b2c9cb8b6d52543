package dev.gatehouse.trackers.jira.sync;

import dev.gatehouse.trackers.jira.issue.Marker;
import dev.gatehouse.trackers.jira.issue.Wanted;
import dev.gatehouse.trackers.outbox.LeaseLost;
import dev.gatehouse.trackers.outbox.Outbox;
import dev.gatehouse.trackers.outbox.Task;
import java.util.Optional;

/** A task for one issue with what the outbox remembers of it. */
final class Job {
    /** The issue's key. */
    static final String KEY = "key";
    /** Which of several issues for the same findings, after others could not be opened again. */
    static final String GENERATION = "generation";
    /** Present from before an issue is made until its links are. */
    static final String UNLINKED = "unlinked";
    /** When a creation was begun whose end is not known. */
    static final String ATTEMPT = "attempt";
    /** Digest of what was last made true. */
    static final String DONE = "done";
    /** A proposed risk acceptance. */
    static final String PROPOSAL = "proposal";
    /** The closed issue that this one follows. */
    static final String FOLLOWS = "follows";

    private final Task task;
    private final Outbox outbox;
    private final IssueIntent intent;

    Job(Task task, Outbox outbox) {
        this.task = task;
        this.outbox = outbox;
        this.intent = IssueIntent.parse(task.intent().payload());
    }

    Task task() {
        return task;
    }

    Wanted wanted() {
        return intent.wanted();
    }

    boolean mends() {
        return intent.mend();
    }

    Optional<String> key() {
        return task.recall(KEY);
    }

    /** What the survey found counts when the outbox knows nothing itself. */
    void adoptSurvey() {
        if (intent.key() != null && key().isEmpty() && generation() <= intent.generation()) {
            task.remember(GENERATION, Integer.toString(intent.generation()));
            task.remember(KEY, intent.key());
        }
    }

    /** The issue is gone for good: another one is to be made. */
    void abandon() {
        task.forget(KEY);
        task.forget(DONE);
    }

    Marker marker() {
        return wanted().first().withGeneration(generation());
    }

    int generation() {
        return task.recall(GENERATION).map(Integer::parseInt).orElse(1);
    }

    /** Settles it; what need not be known any more is forgotten along with that. */
    void done(String... forgotten) {
        outbox.together(() -> {
            for (var name : forgotten) {
                task.forget(name);
            }
            task.remember(DONE, wanted().digest());
            task.done();
        });
    }

    /** False when another process has it now. */
    boolean isStillOurs() {
        try {
            task.renew();
            return true;
        } catch (LeaseLost taken) {
            return false;
        }
    }
}
