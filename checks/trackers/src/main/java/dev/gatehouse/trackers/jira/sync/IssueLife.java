package dev.gatehouse.trackers.jira.sync;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.trackers.jira.api.Issue;
import dev.gatehouse.trackers.jira.api.Jira;
import dev.gatehouse.trackers.jira.issue.Wanted.Condition;
import dev.gatehouse.trackers.jira.settings.Life;
import dev.gatehouse.trackers.outbox.CrashPoints;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Objects;

/**
 * Keeps an issue right that is there. What a person did to it counts more than what we would do: a field that was changed
 * stays, and a closing is contested once at most.
 */
final class IssueLife {
    private static final String CLOSING = "closing";

    private final Jira jira;
    private final NewIssue newIssue;
    private final Life life;
    private final Route route;
    private final Voice voice;
    private final Clock clock;
    private final CrashPoints crash;
    private final Notes notes;

    IssueLife(Jira jira, NewIssue newIssue, Life life, Clock clock, CrashPoints crash, Notes notes) {
        this.jira = jira;
        this.newIssue = newIssue;
        this.life = life;
        this.route = new Route(jira, life);
        this.voice = new Voice(jira, crash);
        this.clock = clock;
        this.crash = crash;
        this.notes = notes;
    }

    /** What has to follow. */
    enum Next {
        NOTHING,
        /** The workflow does not let the issue open again; one that follows it has to be made. */
        SUCCESSOR
    }

    /** Settles the job, unless something has to follow. */
    Next keep(Job job, Issue issue) {
        var wanted = job.wanted();
        var mark = Mark.of(issue).orElseGet(() -> newIssue.mark(wanted, job.marker()));
        if (wanted.condition() == Condition.OPEN) {
            return issue.done() ? cameBack(job, issue, mark) : refresh(job, issue, mark);
        }
        if (!issue.done()) {
            close(job, issue, mark);
        } else if (Mark.of(issue).isPresent() && !mark.state().equals(Mark.stateOf(wanted.condition()))) {
            jira.mark(
                    issue.key(),
                    mark.withState(Mark.stateOf(wanted.condition())).json());
        }
        job.done(CLOSING, Job.PROPOSAL, Job.UNLINKED);
        return Next.NOTHING;
    }

    private void close(Job job, Issue issue, Mark mark) {
        var wanted = job.wanted();
        job.task().remember(CLOSING, wanted.condition().name());
        boolean closed = route.close(issue.key());
        crash.after("transitioned");
        var why = wanted.condition() == Condition.FIXED
                ? "Fixed: no longer found by " + Voice.scan(wanted) + "."
                : "The risk is accepted in the policy, says " + Voice.scan(wanted) + ".";
        var left = closed
                ? ""
                : " The workflow has no way from '%s' to a status that means done, so a person has to close it."
                        .formatted(issue.status());
        voice.say(job, issue.key(), "closed", why + left);
        jira.mark(issue.key(), mark.withState(Mark.stateOf(wanted.condition())).json());
        crash.after("marked");
        notes.note(closed ? "closed %s: %s".formatted(issue.key(), why) : "%s: %s%s".formatted(issue.key(), why, left));
    }

    private Next cameBack(Job job, Issue issue, Mark mark) {
        boolean ours = mark.state().equals("fixed")
                || mark.state().equals("accepted")
                || job.task().recall(CLOSING).isPresent();
        if (!ours) {
            if (mark.state().equals(Mark.WONT_DO)
                    || mark.reopened() > 0
                    || life.isWontDo(issue.status(), issue.resolution())) {
                propose(job, issue, mark);
                return Next.NOTHING;
            }
            if (!closedAt(issue).isBefore(job.wanted().seen())) {
                // closed after this scan looked: the next one will tell
                job.task().done();
                return Next.NOTHING;
            }
        }
        if (!route.reopen(issue.key())) {
            job.task().remember(Job.FOLLOWS, issue.key());
            return Next.SUCCESSOR;
        }
        crash.after("transitioned");
        voice.say(
                job,
                issue.key(),
                "reopened",
                (ours ? "Back again, found by " : "Still found by ") + Voice.scan(job.wanted()) + ".");
        var open = mark.withState(Mark.OPEN).withFindings(job.wanted().findings());
        jira.mark(issue.key(), (ours ? open : open.withReopened()).json());
        notes.note("opened %s again: %s".formatted(issue.key(), job.wanted().summary()));
        job.done(CLOSING, Job.UNLINKED);
        return Next.NOTHING;
    }

    private static Instant closedAt(Issue issue) {
        if (issue.closing() != null) {
            return issue.closing().at();
        }
        return issue.resolved() == null ? Instant.MIN : issue.resolved();
    }

    private void propose(Job job, Issue issue, Mark mark) {
        if (job.task().recall(Job.PROPOSAL).isEmpty()) {
            var closing = issue.closing();
            var at = closing == null ? clock.instant() : closing.at();
            var proposal = new Proposal(
                    issue.key(),
                    jira.page(issue.key()).toString(),
                    job.wanted().summary(),
                    job.wanted().findings(),
                    issue.resolution() == null ? issue.status() : issue.resolution(),
                    closing == null ? "" : closing.by(),
                    at,
                    LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(life.acceptanceDays()));
            job.task().remember(Job.PROPOSAL, proposal.json());
            notes.note("%s was closed as '%s': proposed as a risk acceptance until %s"
                    .formatted(issue.key(), proposal.said(), proposal.expires()));
        }
        if (!mark.state().equals(Mark.WONT_DO)) {
            jira.mark(issue.key(), mark.withState(Mark.WONT_DO).json());
        }
        job.done(Job.UNLINKED);
    }

    /** The issue is open, as it should be. */
    private Next refresh(Job job, Issue issue, Mark mark) {
        var wanted = job.wanted();
        var fresh = mark.withState(Mark.OPEN).withFindings(wanted.findings());
        fresh = fields(job, issue, fresh);
        tellOfChange(job, issue, mark);
        if (Mark.of(issue).isEmpty() || !fresh.json().equals(mark.json())) {
            jira.mark(issue.key(), fresh.json());
        }
        job.done(CLOSING, Job.PROPOSAL, Job.UNLINKED);
        return Next.NOTHING;
    }

    /** Moves priority and due date along with the severity, where no person has set others. */
    private Mark fields(Job job, Issue issue, Mark mark) {
        var priority = newIssue.priority(job.wanted()).orElse(null);
        var due = job.wanted().due() == null ? null : job.wanted().due().toString();
        var body = JsonNodeFactory.instance.objectNode();
        var fields = body.putObject("fields");
        boolean severityMoved = priority != null && !priority.equals(mark.priority());
        if (severityMoved && Objects.equals(issue.priority(), mark.priority())) {
            fields.putObject("priority").put("name", priority);
        }
        if (severityMoved && due != null && Objects.equals(issue.due(), mark.due())) {
            fields.put("duedate", due);
        }
        if (fields.isEmpty()) {
            return mark;
        }
        jira.update(issue.key(), body);
        return mark.withFields(
                fields.has("priority") ? priority : mark.priority(), fields.has("duedate") ? due : mark.due());
    }

    private void tellOfChange(Job job, Issue issue, Mark mark) {
        var now = new HashSet<>(job.wanted().findings());
        var then = new HashSet<>(mark.findings());
        boolean wasClosed = mark.state().equals("fixed") || mark.state().equals("accepted");
        if (Mark.of(issue).isEmpty() || (now.equals(then) && !wasClosed)) {
            return;
        }
        long more = now.stream().filter(finding -> !then.contains(finding)).count();
        long fewer = then.stream().filter(finding -> !now.contains(finding)).count();
        voice.say(
                job,
                issue.key(),
                "changed",
                "Stands for %d %s now, %d new and %d gone since the last word here, says %s."
                        .formatted(
                                now.size(),
                                now.size() == 1 ? "finding" : "findings",
                                more,
                                fewer,
                                Voice.scan(job.wanted())));
    }
}
