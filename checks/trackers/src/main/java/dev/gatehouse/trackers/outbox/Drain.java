package dev.gatehouse.trackers.outbox;

import dev.gatehouse.trackers.http.Sleeper;
import dev.gatehouse.trackers.http.TrackerProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Lets handlers work until nothing is due or the time is up. A tracker that is down pauses its target and costs one
 * request; nothing it does makes this throw.
 */
public final class Drain {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    /** Code scanning needs some seconds to take a file; a tracker that is down is left alone for longer than that. */
    private static final Duration SHORT_WAIT = Duration.ofSeconds(8);

    private final Outbox outbox;
    private final Clock clock;
    private final Sleeper sleeper;

    public Drain(Outbox outbox, Clock clock, Sleeper sleeper) {
        this.outbox = outbox;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * What came of it.
     *
     * @param handled tasks that handlers were given
     * @param stopped why it ended before all was done, one sentence a target
     */
    public record Summary(int handled, List<String> stopped) {
        public Summary {
            stopped = List.copyOf(stopped);
        }
    }

    /** Works on one target for a build: what is not due within moments is left to later ones. */
    public Summary briefly(Handler handler, Duration budget) {
        return work(handler, budget, SHORT_WAIT);
    }

    /**
     * Works on one target.
     *
     * @param budget no task is begun after it; a request that is under way ends by its own time-out
     * @param everything tries also what is not due or was refused, and ends a pause that the tracker did not ask for
     */
    public Summary run(Handler handler, Duration budget, boolean everything) {
        if (everything) {
            outbox.resume(handler.tracker(), handler.target());
            outbox.retry(waiting(handler));
        }
        return work(handler, budget, budget);
    }

    /**
     * @param idle longest time to wait for something that is due later
     */
    private Summary work(Handler handler, Duration budget, Duration idle) {
        var end = clock.instant().plus(budget);
        int handled = 0;
        while (clock.instant().isBefore(end)) {
            var tasks = outbox.take(handler.tracker(), handler.target(), handler.batch());
            if (tasks.isEmpty() && !waits(handler, end, idle)) {
                break;
            }
            if (tasks.isEmpty()) {
                continue;
            }
            handled += tasks.size();
            work(handler, tasks);
        }
        return new Summary(handled, left(handler));
    }

    private List<Long> waiting(Handler handler) {
        return outbox.entries().stream()
                .filter(entry -> entry.intent().subject().isIn(handler.tracker(), handler.target()))
                .map(Entry::id)
                .toList();
    }

    private List<String> left(Handler handler) {
        return outbox.pauses().stream()
                .filter(pause -> pause.tracker().equals(handler.tracker())
                        && pause.target().equals(handler.target()))
                .map(Outbox.Pause::problem)
                .toList();
    }

    /** Waits for what is due before the end; false when nothing is. */
    private boolean waits(Handler handler, Instant end, Duration idle) {
        var latest = clock.instant().plus(idle);
        var due = outbox.nextDue(handler.tracker(), handler.target());
        if (due.isEmpty() || !due.get().isBefore(end) || due.get().isAfter(latest)) {
            return false;
        }
        try {
            var wait = Duration.between(clock.instant(), due.get());
            sleeper.sleep(wait.isNegative() ? Duration.ofMillis(1) : wait.plusMillis(1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void work(Handler handler, List<Task> tasks) {
        try {
            handler.handle(tasks);
            settleRest(tasks, "was left undone");
        } catch (LeaseLost lost) {
            settleRest(tasks, lost.getMessage());
        } catch (TrackerProblem problem) {
            if (problem.kind().isAboutTheWholeTracker()) {
                outbox.pause(
                        handler.tracker(),
                        handler.target(),
                        until(problem, tasks),
                        problem.sentence(),
                        isAsked(problem));
            }
            settleRest(tasks, problem);
        }
    }

    private static boolean isAsked(TrackerProblem problem) {
        return problem.kind() == TrackerProblem.Kind.THROTTLED;
    }

    private Instant until(TrackerProblem problem, List<Task> tasks) {
        return problem.retryAt()
                .orElseGet(() -> clock.instant()
                        .plus(wait(tasks.stream()
                                .mapToInt(task -> task.entry().attempts())
                                .max()
                                .orElse(0))));
    }

    private void settleRest(List<Task> tasks, TrackerProblem problem) {
        tasks.forEach(task -> settle(task, problem));
    }

    /** Settles a task by what its tracker said: refused when only a person can help, else later. */
    public void settle(Task task, TrackerProblem problem) {
        ignoringLostLease(() -> {
            if (problem.kind().needsAPerson() && !problem.kind().isAboutTheWholeTracker()) {
                task.refuse(problem.sentence());
            } else {
                task.later(
                        problem.retryAt()
                                .orElseGet(() ->
                                        clock.instant().plus(wait(task.entry().attempts()))),
                        problem.sentence());
            }
        });
    }

    private void settleRest(List<Task> tasks, @org.jspecify.annotations.Nullable String why) {
        tasks.forEach(task -> ignoringLostLease(
                () -> task.later(clock.instant().plus(wait(task.entry().attempts())), String.valueOf(why))));
    }

    /** A task that was settled or taken over is nobody's business here. */
    private static void ignoringLostLease(Runnable settling) {
        try {
            settling.run();
        } catch (LeaseLost settledOrTaken) {
            return;
        }
    }

    private static Duration wait(int attempts) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
