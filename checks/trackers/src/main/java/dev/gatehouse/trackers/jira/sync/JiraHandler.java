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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The outbox's handler for one Jira project. Jira is not asked for anything before there is something to do. */
public final class JiraHandler implements Handler {
    public static final String TRACKER = "jira";

    private final Supplier<Jira> door;
    private final JiraSettings settings;
    private final Outbox outbox;
    private final Clock clock;
    private final CrashPoints crash;
    private final Notes notes;
    private @Nullable Works works;

    public JiraHandler(
            Supplier<Jira> door, JiraSettings settings, Outbox outbox, Clock clock, CrashPoints crash, Notes notes) {
        this.door = door;
        this.settings = settings;
        this.outbox = outbox;
        this.clock = clock;
        this.crash = crash;
        this.notes = notes;
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
        return settings.target();
    }

    @Override
    public int batch() {
        return Jira.BULK;
    }

    @Override
    public void handle(List<Task> tasks) {
        var open = works();
        tasks.stream().filter(task -> is(task, ProjectWork.PREFIX)).forEach(open.projects::handle);
        tasks.stream().filter(task -> is(task, VersionIntent.PREFIX)).forEach(open.versions::handle);
        boolean scanned = tasks.stream().anyMatch(task -> is(task, ProjectWork.PREFIX));
        var jobs = tasks.stream()
                .filter(task -> is(task, IssueIntent.PREFIX))
                .filter(task -> !scanned || !overtaken(task))
                .map(task -> new Job(task, outbox))
                .toList();
        if (!jobs.isEmpty()) {
            open.issues.handle(jobs);
        }
    }

    /** A scan that was taken apart a moment ago may want something else of an issue than what was taken along with it. */
    private static boolean overtaken(Task task) {
        boolean overtaken = !task.isNewest();
        if (overtaken) {
            task.done();
        }
        return overtaken;
    }

    private static boolean is(Task task, String prefix) {
        return task.intent().subject().name().startsWith(prefix);
    }

    private Works works() {
        var known = works;
        if (known == null) {
            known = open(door.get());
            works = known;
        }
        return known;
    }

    private Works open(Jira jira) {
        var newIssue = new NewIssue(jira, settings, new Assignees(jira));
        var route = new Route(jira, settings.life());
        var creating = new Creating(jira, newIssue, new Markers(jira), outbox, clock, crash, notes);
        var life = new IssueLife(jira, newIssue, settings.life(), clock, crash, notes);
        return new Works(
                new ProjectWork(
                        jira,
                        outbox,
                        settings.target(),
                        settings.mostNew(),
                        new Standing(newIssue),
                        new Duplicates(jira, route, notes),
                        clock,
                        notes),
                new VersionWork(jira, crash, notes),
                new IssueWork(jira, outbox, creating, life, settings.life().linkType(), crash, notes));
    }

    private record Works(ProjectWork projects, VersionWork versions, IssueWork issues) {}
}
