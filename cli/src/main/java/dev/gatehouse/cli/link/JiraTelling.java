package dev.gatehouse.cli.link;

import dev.gatehouse.trackers.http.Sleeper;
import dev.gatehouse.trackers.jira.JiraDoor;
import dev.gatehouse.trackers.jira.issue.ProjectState;
import dev.gatehouse.trackers.jira.settings.JiraSettings;
import dev.gatehouse.trackers.jira.sync.JiraHandler;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.Drain;
import dev.gatehouse.trackers.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Puts a scan into the outbox and lets Jira hear of it while the build has time. */
final class JiraTelling {
    private final JiraSettings settings;
    private final JiraDoor door;
    private final Outbox queue;
    private final Clock clock;
    private final Consumer<String> out;
    private final Consumer<String> warn;

    JiraTelling(
            JiraSettings settings,
            JiraDoor door,
            Outbox queue,
            Clock clock,
            Consumer<String> out,
            Consumer<String> warn) {
        this.settings = settings;
        this.door = door;
        this.queue = queue;
        this.clock = clock;
        this.out = out;
        this.warn = warn;
    }

    void tell(ProjectState state, Duration budget) {
        queue.add(List.of(JiraHandler.intent(settings, state)));
        var handler = new JiraHandler(door, settings, queue, clock, CrashPoints.NONE, out::accept);
        new Drain(queue, clock, Sleeper.REAL).briefly(handler, budget).stopped().forEach(warn);
        int waiting = queue.entries().size();
        if (waiting > 0) {
            out.accept("%d %s in the outbox; 'gatehouse outbox list' says why"
                    .formatted(waiting, waiting == 1 ? "intent waits" : "intents wait"));
        }
    }
}
