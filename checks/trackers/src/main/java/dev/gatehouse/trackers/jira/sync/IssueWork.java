package dev.gatehouse.trackers.jira.sync;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.trackers.http.TrackerProblem;
import dev.gatehouse.trackers.jira.api.Issue;
import dev.gatehouse.trackers.jira.api.Jira;
import dev.gatehouse.trackers.jira.issue.Wanted.Condition;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.LeaseLost;
import dev.gatehouse.trackers.outbox.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes single issues right: finds or makes each, then keeps it. */
final class IssueWork {
    private final Jira jira;
    private final Outbox outbox;
    private final Creating creating;
    private final IssueLife life;
    private final String linkType;
    private final CrashPoints crash;
    private final Notes notes;

    IssueWork(
            Jira jira,
            Outbox outbox,
            Creating creating,
            IssueLife life,
            String linkType,
            CrashPoints crash,
            Notes notes) {
        this.jira = jira;
        this.outbox = outbox;
        this.creating = creating;
        this.life = life;
        this.linkType = linkType;
        this.crash = crash;
        this.notes = notes;
    }

    void handle(List<Job> jobs) {
        var known = new ArrayList<Job>();
        var unknown = new ArrayList<Job>();
        outbox.together(() -> jobs.forEach(job -> each(job, () -> {
            job.adoptSurvey();
            if (job.key().isPresent()) {
                known.add(job);
            } else if (job.wanted().condition() == Condition.OPEN
                    && job.wanted().create()) {
                unknown.add(job);
            } else {
                job.done();
            }
        })));
        known.forEach(job -> each(job, () -> keep(job, unknown)));
        if (!unknown.isEmpty()) {
            var keyed = creating.keys(unknown);
            keyed.found().forEach(job -> each(job, () -> finish(job)));
            var linked = new ArrayList<Job>();
            keyed.made().stream().filter(job -> !isToBeLinked(job)).forEach(linked::add);
            outbox.together(() -> linked.forEach(job -> each(job, () -> job.done(Job.UNLINKED))));
            keyed.made().stream()
                    .filter(IssueWork::isToBeLinked)
                    .forEach(job -> each(job, () -> {
                        link(job, job.key().orElseThrow());
                        job.done(Job.UNLINKED);
                    }));
        }
    }

    private static boolean isToBeLinked(Job job) {
        return job.wanted().link() != null || job.task().recall(Job.FOLLOWS).isPresent();
    }

    private void keep(Job job, List<Job> unknown) {
        var key = job.key().orElseThrow();
        var issue = jira.issue(key);
        if (issue.isEmpty() && job.mends()) {
            notes.note("%s is gone".formatted(key));
            job.abandon();
            unknown.add(job);
            return;
        }
        if (issue.isEmpty()) {
            job.task()
                    .refuse(
                            ("%s is gone, or this user may not see it; nothing is made in its place by itself, since that"
                                            + " could be a second one; 'link jira --reconcile' does")
                                    .formatted(key));
            return;
        }
        if (job.mends()) {
            relabel(job, issue.get());
        }
        link(job, key);
        if (life.keep(job, issue.get()) == IssueLife.Next.SUCCESSOR) {
            job.task().remember(Job.GENERATION, Integer.toString(job.generation() + 1));
            job.task().forget(Job.KEY);
            unknown.add(job);
        }
    }

    /** People may take our labels away, and we are told of it only when somebody asks. */
    private void relabel(Job job, Issue issue) {
        var missing = new ArrayList<>(NewIssue.labels(job.wanted(), job.marker()));
        missing.removeAll(issue.labels());
        if (!missing.isEmpty()) {
            var body = JsonNodeFactory.instance.objectNode();
            var labels = body.putObject("update").putArray("labels");
            missing.forEach(label -> labels.addObject().put("add", label));
            jira.update(issue.key(), body);
            notes.note("gave %s its labels again".formatted(issue.key()));
        }
    }

    /** A job whose issue was just found. */
    private void finish(Job job) {
        var key = job.key().orElseThrow();
        link(job, key);
        Optional<Issue> issue = jira.issue(key);
        if (issue.isPresent()) {
            life.keep(job, issue.get());
        } else {
            job.task().refuse("%s was made and is not to be seen by this user".formatted(key));
        }
    }

    /** What follows the making of an issue, also when whoever made it died before. */
    private void link(Job job, String key) {
        var address = job.wanted().link();
        if (address != null && job.task().recall(Job.UNLINKED).isPresent()) {
            link(job, key, address);
        }
        crash.after("linked");
        job.task().recall(Job.FOLLOWS).filter(old -> !old.equals(key)).ifPresent(old -> {
            jira.link(linkType, key, old);
            notes.note("%s follows %s, which its workflow does not let open again".formatted(key, old));
            job.task().forget(Job.FOLLOWS);
        });
    }

    /** A link is an extra: without the right to make one the issue is right all the same. */
    private void link(Job job, String key, String address) {
        try {
            jira.remoteLink(key, job.marker().globalId(), address, "Gatehouse report");
        } catch (TrackerProblem problem) {
            if (problem.kind().isAboutTheWholeTracker() || problem.kind() == TrackerProblem.Kind.THROTTLED_HERE) {
                throw problem;
            }
            notes.note("%s: without a link to the report: %s".formatted(key, problem.sentence()));
        }
    }

    /** One job's fault is not the others'. */
    private static void each(Job job, Runnable work) {
        try {
            work.run();
        } catch (LeaseLost taken) {
            return;
        } catch (TrackerProblem problem) {
            if (problem.kind().isAboutTheWholeTracker()) {
                throw problem;
            }
            if (problem.kind().needsAPerson()) {
                job.task().refuse(problem.sentence());
            } else {
                job.task().later(problem.retryAt().orElse(job.task().entry().due()), problem.sentence());
            }
        }
    }
}
