package dev.gatehouse.trackers.jira.sync;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.trackers.http.TrackerProblem;
import dev.gatehouse.trackers.jira.api.Jira;
import dev.gatehouse.trackers.jira.api.Version;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.Task;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Makes a version right: there once, on its issues, and released when it is. Jira itself keeps names of versions apart, so
 * whoever comes second is refused and takes what is there.
 */
final class VersionWork {
    private final Jira jira;
    private final CrashPoints crash;
    private final Notes notes;

    VersionWork(Jira jira, CrashPoints crash, Notes notes) {
        this.jira = jira;
        this.crash = crash;
        this.notes = notes;
    }

    void handle(Task task) {
        try {
            make(task, VersionIntent.parse(task.intent().payload()));
        } catch (TrackerProblem problem) {
            if (problem.kind().isAboutTheWholeTracker() || !problem.kind().needsAPerson()) {
                throw problem;
            }
            task.refuse(problem.sentence());
        }
    }

    private void make(Task task, VersionIntent intent) {
        var version = find(intent.name()).orElseGet(() -> create(intent));
        crash.after("version made");
        var refused = new ArrayList<String>();
        for (var key : intent.issues()) {
            task.renew();
            set(key, version).ifPresent(refused::add);
            crash.after("version set");
        }
        var day = intent.released();
        if (day != null && !version.released()) {
            jira.releaseVersion(version, day);
            crash.after("version released");
            notes.note("version %s is marked as released".formatted(intent.name()));
        }
        if (refused.isEmpty()) {
            task.done();
        } else {
            task.refuse("version %s is not on %s".formatted(intent.name(), String.join("; ", refused)));
        }
    }

    private Optional<Version> find(String name) {
        return jira.versions().stream()
                .filter(version -> version.name().equals(name))
                .findFirst();
    }

    private Version create(VersionIntent intent) {
        try {
            var made = jira.createVersion(intent.name(), intent.description());
            notes.note("made version %s".formatted(intent.name()));
            return made;
        } catch (TrackerProblem problem) {
            if (problem.kind() == TrackerProblem.Kind.REFUSED) {
                return find(intent.name()).orElseThrow(() -> problem);
            }
            throw problem;
        }
    }

    /** Adds to the versions that the issue has; why not, if Jira refuses. */
    private Optional<String> set(String key, Version version) {
        try {
            var issue = jira.work(key);
            if (issue.isEmpty()) {
                return Optional.of(key + ", which is gone or not to be seen");
            }
            if (!issue.get().fixVersions().contains(version.name())) {
                jira.update(key, adding(version));
                notes.note("%s is in version %s".formatted(key, version.name()));
            }
            return Optional.empty();
        } catch (TrackerProblem problem) {
            if (problem.kind().isAboutTheWholeTracker() || !problem.kind().needsAPerson()) {
                throw problem;
            }
            return Optional.of("%s (%s)".formatted(key, problem.sentence()));
        }
    }

    private static ObjectNode adding(Version version) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("update")
                .putArray("fixVersions")
                .addObject()
                .putObject("add")
                .put("id", version.id());
        return body;
    }
}
