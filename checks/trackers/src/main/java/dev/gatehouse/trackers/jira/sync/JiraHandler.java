package dev.gatehouse.trackers.jira.sync;

import dev.gatehouse.trackers.jira.api.Jira;
import dev.gatehouse.trackers.jira.issue.ProjectState;
import dev.gatehouse.trackers.jira.settings.JiraSettings;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.Handler;
import dev.gatehouse.trackers.outbox.Intent;
import dev.gatehouse.trackers.outbox.Outbox;
import dev.gatehouse.trackers.outbox.Task;
import java.time.Clock;
import java.util.List;

/** The outbox's handler for one Jira project. */
public final class JiraHandler implements Handler {
    public static final String TRACKER = "jira";

    private final String target;
    private final ProjectWork projects;
    private final IssueWork issues;

    public JiraHandler(Jira jira, JiraSettings settings, Outbox outbox, Clock clock, CrashPoints crash, Notes notes) {
        this.target = settings.target();
        var newIssue = new NewIssue(jira, settings, new Assignees(jira));
        var route = new Route(jira, settings.life());
        var creating = new Creating(jira, newIssue, new Markers(jira), clock, crash, notes);
        var life = new IssueLife(jira, newIssue, settings.life(), clock, crash, notes);
        this.issues = new IssueWork(jira, creating, life, settings.life().linkType(), crash, notes);
        this.projects = new ProjectWork(
                jira, outbox, target, settings.mostNew(), new Duplicates(jira, route, notes), clock, notes);
    }

    /** The intent for a whole scan. */
    public static Intent intent(JiraSettings settings, ProjectState state) {
        return new Intent(
                ProjectWork.subject(settings.target(), state.owner().id()),
                "scan of %s, branch %s, of %s"
                        .formatted(state.owner().source(), state.owner().branch(), state.seen()),
                state.json());
    }

    @Override
    public String tracker() {
        return TRACKER;
    }

    @Override
    public String target() {
        return target;
    }

    @Override
    public int batch() {
        return Jira.BULK;
    }

    @Override
    public void handle(List<Task> tasks) {
        tasks.stream()
                .filter(task -> task.intent().subject().name().startsWith(ProjectWork.PREFIX))
                .forEach(projects::handle);
        var jobs = tasks.stream()
                .filter(task -> task.intent().subject().name().startsWith(IssueIntent.PREFIX))
                .map(Job::new)
                .toList();
        if (!jobs.isEmpty()) {
            issues.handle(jobs);
        }
    }
}
