package dev.gatehouse.cli.link;

import dev.gatehouse.cli.shell.ExitCode;
import dev.gatehouse.trackers.http.Sleeper;
import dev.gatehouse.trackers.http.TrackerProblem;
import dev.gatehouse.trackers.jira.JiraDoor;
import dev.gatehouse.trackers.jira.issue.ProjectState;
import dev.gatehouse.trackers.jira.settings.JiraSettings;
import dev.gatehouse.trackers.jira.sync.Difference;
import dev.gatehouse.trackers.jira.sync.JiraHandler;
import dev.gatehouse.trackers.jira.sync.Reconciliation;
import dev.gatehouse.trackers.outbox.CrashPoints;
import dev.gatehouse.trackers.outbox.Drain;
import dev.gatehouse.trackers.outbox.Intent;
import dev.gatehouse.trackers.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Compares Jira with a scan, mends what can be mended, and compares again. */
final class Reconciling {
    private static final Duration LONG = Duration.ofHours(1);

    private final JiraSettings settings;
    private final JiraDoor door;
    private final Outbox queue;
    private final Clock clock;
    private final Consumer<String> out;

    Reconciling(JiraSettings settings, JiraDoor door, Outbox queue, Clock clock, Consumer<String> out) {
        this.settings = settings;
        this.door = door;
        this.queue = queue;
        this.clock = clock;
        this.out = out;
    }

    int run(ProjectState state, boolean dryRun) {
        try {
            var differences = compare(state);
            if (!dryRun && !differences.isEmpty()) {
                differences = mend(state);
            }
            boolean right = differences.stream().noneMatch(Difference::mendable);
            return right ? ExitCode.PASSED : ExitCode.FAILED;
        } catch (TrackerProblem problem) {
            out.accept("stopped: " + problem.sentence());
            return ExitCode.FAILED;
        }
    }

    private List<Difference> compare(ProjectState state) {
        var differences = new Reconciliation(door.get(), settings, queue, state).differences();
        differences.forEach(difference -> out.accept(
                "%-10s  %s".formatted(difference.kind().name().toLowerCase(Locale.ROOT), difference.sentence())));
        long waiting = queue.entries().stream()
                .filter(entry -> entry.intent().subject().tracker().equals(JiraHandler.TRACKER)
                        && entry.intent().subject().target().equals(settings.target()))
                .count();
        out.accept(
                waiting == 0
                        ? "%d differences".formatted(differences.size())
                        : "%d differences; %d intents wait in the outbox".formatted(differences.size(), waiting));
        return differences;
    }

    /** First what every scan would do, then what only a person asks for. */
    private List<Difference> mend(ProjectState state) {
        drain(List.of(JiraHandler.intent(settings, state)));
        var left = new Reconciliation(door.get(), settings, queue, state);
        drain(left.mending(left.differences()));
        out.accept("mended what could be; compared again:");
        return compare(state);
    }

    private void drain(List<Intent> intents) {
        queue.add(intents);
        new Drain(queue, clock, Sleeper.REAL)
                .run(new JiraHandler(door, settings, queue, clock, CrashPoints.NONE, out::accept), LONG, true)
                .stopped()
                .forEach(out);
    }
}
