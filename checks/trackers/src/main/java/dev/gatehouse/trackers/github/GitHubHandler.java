package dev.gatehouse.trackers.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.trackers.github.auth.Credentials;
import dev.gatehouse.trackers.github.auth.Doors;
import dev.gatehouse.trackers.github.auth.Self;
import dev.gatehouse.trackers.github.check.CheckContent;
import dev.gatehouse.trackers.github.check.CheckWork;
import dev.gatehouse.trackers.github.check.StatusWork;
import dev.gatehouse.trackers.github.comment.CommentText;
import dev.gatehouse.trackers.github.comment.CommentWork;
import dev.gatehouse.trackers.github.http.Bridge;
import dev.gatehouse.trackers.github.http.Door;
import dev.gatehouse.trackers.github.place.RepositoryName;
import dev.gatehouse.trackers.github.release.ReleaseIntent;
import dev.gatehouse.trackers.github.release.ReleaseWork;
import dev.gatehouse.trackers.github.sarif.SarifIntent;
import dev.gatehouse.trackers.github.sarif.SarifWork;
import dev.gatehouse.trackers.http.HttpSettings;
import dev.gatehouse.trackers.http.Sleeper;
import dev.gatehouse.trackers.http.TrackerProblem;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.Handler;
import dev.gatehouse.trackers.outbox.Task;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes intents about one repository come true, one after the other, as GitHub asks its clients to. */
public final class GitHubHandler implements Handler {
    /** GitHub asks its clients not to hurry; a build makes some ten requests. */
    private static final int PER_SECOND = 5;

    /** For a person who waits for the answer. */
    public static final HttpSettings HTTP = HttpSettings.DEFAULT.withPerSecond(PER_SECOND);

    private final String target;
    private final Doors doors;
    private final Clock clock;
    private final CrashPoints crash;
    private @Nullable Self self;

    /**
     * @param target as {@link GitHubIntents#target}
     */
    public GitHubHandler(String target, Doors doors, Clock clock, CrashPoints crash) {
        this.target = target;
        this.doors = doors;
        this.clock = clock;
        this.crash = crash;
    }

    /**
     * The handler for a target of the outbox, with the credentials of the environment.
     *
     * @param http how long GitHub may take
     * @throws dev.gatehouse.findings.BadInput when there are no credentials
     */
    public static GitHubHandler open(
            String target, Map<String, String> environment, HttpSettings http, Clock clock, Sleeper sleeper) {
        int space = target.lastIndexOf(' ');
        var doors = new Doors(
                URI.create(target.substring(0, space)),
                RepositoryName.parse(target.substring(space + 1)),
                Credentials.of(environment),
                http.withPerSecond(PER_SECOND),
                clock,
                sleeper);
        return new GitHubHandler(target, doors, clock, CrashPoints.NONE);
    }

    @Override
    public String tracker() {
        return GitHubIntents.TRACKER;
    }

    @Override
    public String target() {
        return target;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public void handle(List<Task> tasks) {
        for (var task : tasks) {
            try {
                if (make(task)) {
                    task.done();
                }
            } catch (TrackerProblem problem) {
                if (problem.kind().isAboutTheWholeTracker() || !problem.kind().needsAPerson()) {
                    throw problem;
                }
                task.refuse(problem.sentence());
            }
        }
    }

    /** True when the task is done; false when it was settled otherwise. */
    private boolean make(Task task) {
        var door = doors.open();
        var name = task.intent().subject().name();
        if (name.startsWith(GitHubIntents.SARIF)) {
            return new SarifWork(door, clock, crash).make(task, payload(task, SarifIntent.class));
        }
        if (name.startsWith(GitHubIntents.CHECK)) {
            check(task, door, payload(task, CheckContent.class));
        } else if (name.startsWith(GitHubIntents.COMMENT)) {
            int pull = Integer.parseInt(
                    name.substring(GitHubIntents.COMMENT.length()).replaceFirst("/.*", ""));
            new CommentWork(door, self(), crash).make(task, pull, payload(task, CommentText.class));
        } else if (name.startsWith(GitHubIntents.RELEASE)) {
            new ReleaseWork(door, new Bridge(door), crash).make(task, payload(task, ReleaseIntent.class));
        } else {
            task.refuse("was written by another version of Gatehouse, which must deliver it");
            return false;
        }
        return true;
    }

    private void check(Task task, Door door, CheckContent content) {
        var bridge = new Bridge(door);
        if (doors.credentials().mayCreateChecks()) {
            new CheckWork(bridge, crash).make(task, content);
        } else {
            new StatusWork(door, bridge).make(content);
        }
    }

    private Self self() {
        var known = self;
        if (known == null) {
            known = doors.self();
            self = known;
        }
        return known;
    }

    private static <T> T payload(Task task, Class<T> type) {
        try {
            return ReportJson.mapper().readValue(task.intent().payload(), type);
        } catch (JsonProcessingException e) {
            throw new TrackerProblem(
                    TrackerProblem.Kind.REFUSED, "what waits was written by another version of Gatehouse", 0, null, e);
        }
    }
}
