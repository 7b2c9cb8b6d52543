package dev.gatehouse.trackers.jira.sync;

import dev.gatehouse.findings.config.Sha256;
import dev.gatehouse.trackers.jira.api.Jira;
import dev.gatehouse.trackers.jira.issue.Wanted;
import dev.gatehouse.trackers.jira.text.Document;
import dev.gatehouse.trackers.outbox.CrashPoints;

/** Says something in a comment, once, even when a crash or a time-out hides whether it was said. */
final class Voice {
    private static final String SAYING = "saying";
    private static final String SAID = "said";

    private final Jira jira;
    private final CrashPoints crash;

    Voice(Jira jira, CrashPoints crash) {
        this.jira = jira;
        this.crash = crash;
    }

    /**
     * @param what names the event together with the scan, such as {@code fixed}
     */
    void say(Job job, String key, String what, String sentence) {
        var event = Sha256.of(what, job.wanted().digest(), job.wanted().seen().toString())
                .substring(0, 16);
        var task = job.task();
        if (task.recall(SAID).filter(event::equals).isPresent()) {
            return;
        }
        boolean maybe = task.recall(SAYING).filter(event::equals).isPresent();
        task.remember(SAYING, event);
        if (!maybe || !jira.hasComment(key, event)) {
            crash.after("saying");
            jira.comment(key, Document.of(sentence), event);
            crash.after("commented");
        }
        task.remember(SAID, event);
    }

    /** Where and when, for the end of a sentence. */
    static String scan(Wanted wanted) {
        var commit = wanted.commit();
        return "the scan of %s%s on branch %s"
                .formatted(
                        wanted.seen().toString().substring(0, 16).replace('T', ' ') + " UTC",
                        commit == null ? "" : " of commit " + commit.substring(0, Math.min(12, commit.length())),
                        wanted.owner().branch());
    }
}
