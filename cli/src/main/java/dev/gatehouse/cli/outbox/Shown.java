package dev.gatehouse.cli.outbox;

import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.policy.outbox.OutboxListing;
import dev.gatehouse.policy.outbox.Pause;
import dev.gatehouse.policy.outbox.Waiting;
import dev.gatehouse.trackers.outbox.Entry;
import dev.gatehouse.trackers.outbox.Outbox;
import java.util.List;

/** The outbox as people see it. What code under scan named itself is made safe to show. */
public final class Shown {
    private Shown() {}

    public static OutboxListing of(Outbox outbox) {
        return new OutboxListing(
                outbox.entries().stream().map(Shown::waiting).toList(),
                outbox.pauses().stream()
                        .map(pause -> new Pause(
                                pause.tracker(),
                                VisibleText.exact(pause.target()),
                                pause.until(),
                                VisibleText.brief(pause.problem())))
                        .toList());
    }

    /** Lets the next build try it, and ends a pause that its tracker did not ask for; false when it is not there. */
    public static boolean retry(Outbox outbox, long id) {
        outbox.entries().stream()
                .filter(entry -> entry.id() == id)
                .map(entry -> entry.intent().subject())
                .forEach(subject -> outbox.resume(subject.tracker(), subject.target()));
        return outbox.retry(List.of(id)) == 1;
    }

    private static Waiting waiting(Entry entry) {
        var subject = entry.intent().subject();
        var problem = entry.problem();
        return new Waiting(
                entry.id(),
                subject.tracker(),
                VisibleText.exact(subject.target()),
                VisibleText.exact(subject.name()),
                VisibleText.brief(entry.intent().title()),
                entry.created(),
                entry.due(),
                entry.attempts(),
                problem == null ? "" : VisibleText.brief(problem),
                state(entry));
    }

    private static Waiting.State state(Entry entry) {
        if (entry.working()) {
            return Waiting.State.IN_WORK;
        } else if (entry.refused()) {
            return Waiting.State.NEEDS_A_PERSON;
        }
        return entry.problem() == null ? Waiting.State.WAITING : Waiting.State.FAILED;
    }
}
