package dev.gatehouse.cli.serve;

import dev.gatehouse.cli.outbox.Shown;
import dev.gatehouse.policy.outbox.Pause;
import dev.gatehouse.policy.outbox.TrackerQueue;
import dev.gatehouse.policy.outbox.Waiting;
import dev.gatehouse.trackers.outbox.Outbox;
import dev.gatehouse.trackers.outbox.OutboxBroken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;

/** The outbox that builds share, for the server's page. */
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
        return asked(() -> Shown.of(outbox).waiting());
    }

    @Override
    public List<Pause> pauses() {
        return asked(() -> Shown.of(outbox).pauses());
    }

    @Override
    public boolean retry(long id) {
        return asked(() -> Shown.retry(outbox, id));
    }

    @Override
    public boolean drop(long id) {
        return asked(() -> outbox.drop(List.of(id)) == 1);
    }

    @Override
    public void close() {
        outbox.close();
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
