package dev.gatehouse.cli.serve;

import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.server.control.outbox.Pause;
import dev.gatehouse.server.control.outbox.TrackerQueue;
import dev.gatehouse.server.control.outbox.Waiting;
import dev.gatehouse.trackers.outbox.Entry;
import dev.gatehouse.trackers.outbox.Outbox;
import dev.gatehouse.trackers.outbox.OutboxBroken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;

/** The outbox that builds share, for the server's page. What code under scan named itself is made safe to show. */
final class BuildsOutbox implements TrackerQueue, AutoCloseable {
    private final Outbox outbox;
    private final String place;

    /** @param place for people */
    BuildsOutbox(Outbox outbox, String place) {
        this.outbox = outbox;
        this.place = place;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public List<Waiting> waiting() {
        return asked(() -> outbox.entries().stream().map(BuildsOutbox::shown).toList());
    }

    @Override
    public List<Pause> pauses() {
        return asked(() -> outbox.pauses().stream()
                .map(pause ->
                        new Pause(pause.tracker(), pause.target(), pause.until(), VisibleText.brief(pause.problem())))
                .toList());
    }

    @Override
    public boolean retry(long id) {
        return asked(() -> {
            outbox.entries().stream()
                    .filter(entry -> entry.id() == id)
                    .map(entry -> entry.intent().subject())
                    .forEach(subject -> outbox.resume(subject.tracker(), subject.target()));
            return outbox.retry(List.of(id)) == 1;
        });
    }

    @Override
    public boolean drop(long id) {
        return asked(() -> outbox.drop(List.of(id)) == 1);
    }

    @Override
    public void close() {
        outbox.close();
    }

    private static Waiting shown(Entry entry) {
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

    /** A queue that cannot be reached is told as every store of the server is. */
    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (OutboxBroken e) {
            throw new UncheckedIOException(new IOException(e.getMessage(), e));
        }
    }
}
