package dev.gatehouse.trackers.github.sarif;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.trackers.github.http.Door;
import dev.gatehouse.trackers.http.TrackerProblem;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives code scanning the files of one scan and waits until it has processed them. A file that is sent again replaces
 * itself, for its categories are the same; what GitHub has taken is remembered, so that it is not sent again.
 */
public final class SarifWork {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(3);

    private final Door door;
    private final Clock clock;
    private final CrashPoints crash;

    public SarifWork(Door door, Clock clock, CrashPoints crash) {
        this.door = door;
        this.clock = clock;
        this.crash = crash;
    }

    /** Settles the task itself when GitHub is not done yet or refuses a file; true when all is processed. */
    public boolean make(Task task, SarifIntent intent) {
        for (var file : intent.files()) {
            if (task.recall(file.key(intent)).isEmpty()) {
                task.renew();
                var id = send(intent, file);
                crash.after("SARIF sent");
                task.remember(file.key(intent), id);
                crash.after("SARIF remembered");
            }
        }
        return judge(task, intent);
    }

    private boolean judge(Task task, SarifIntent intent) {
        var errors = new ArrayList<String>();
        int pending = 0;
        for (var file : intent.files()) {
            var status = status(task.recall(file.key(intent)).orElse(""));
            switch (status.path("processing_status").asText()) {
                case "complete" -> crash.after("SARIF processed");
                case "failed" -> errors.addAll(errors(status));
                default -> pending++;
            }
        }
        if (!errors.isEmpty()) {
            forget(task, intent);
            task.refuse("code scanning did not take the results: " + String.join("; ", errors));
            return false;
        }
        if (pending > 0) {
            var wait = FIRST_LOOK.multipliedBy(1L << Math.min(task.entry().attempts(), 6));
            task.later(clock.instant().plus(wait), "sent; code scanning has not processed it yet");
            return false;
        }
        forget(task, intent);
        return true;
    }

    private String send(SarifIntent intent, SarifIntent.File file) {
        var body = Door.object()
                .put("commit_sha", intent.commit())
                .put("ref", intent.ref())
                .put("sarif", file.sarif());
        try {
            return door.post(door.path("/code-scanning/sarifs"), body)
                    .path("id")
                    .asText();
        } catch (TrackerProblem problem) {
            throw problem.status() == 403 || problem.status() == 404 ? explained(problem) : problem;
        }
    }

    private static TrackerProblem explained(TrackerProblem problem) {
        if (problem.kind().isAboutTheWholeTracker()) {
            return problem;
        }
        return new TrackerProblem(
                problem.kind(),
                problem.sentence()
                        + " (code scanning must be enabled for the repository, and the credentials need"
                        + " security_events:write; 'gatehouse link github --test' tells which is missing)",
                problem.status(),
                null,
                problem);
    }

    /** GitHub answers 404 for a while after it has taken a file. */
    private JsonNode status(String id) {
        return door.find(door.path("/code-scanning/sarifs/" + id)).orElseGet(Door::object);
    }

    private static List<String> errors(JsonNode status) {
        var errors = new ArrayList<String>();
        status.path("errors").forEach(error -> errors.add(error.asText()));
        return errors.isEmpty() ? List.of("GitHub gave no reason") : errors;
    }

    private static void forget(Task task, SarifIntent intent) {
        intent.files().forEach(file -> task.forget(file.key(intent)));
    }
}
