package dev.gatehouse.server.control;

import dev.gatehouse.policy.outbox.Pause;
import dev.gatehouse.policy.outbox.TrackerQueue;
import dev.gatehouse.policy.outbox.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A queue in memory, which may be away as a disk or a database may be. */
final class TestQueue implements TrackerQueue {
    static final String JIRA = "https://jira.example SHOP";

    final List<Waiting> entries = new CopyOnWriteArrayList<>();
    final List<Pause> pauses = new CopyOnWriteArrayList<>();
    final List<Long> retried = new CopyOnWriteArrayList<>();
    volatile boolean away;
    /** Whether a build takes an entry up between the look at it and the deed. */
    volatile boolean raced;

    void add(long id, String title, Waiting.State state, String problem) {
        var since = Instant.now().minus(Duration.ofHours(3));
        var due = state == Waiting.State.FAILED ? Instant.now().plus(Duration.ofMinutes(20)) : since;
        entries.add(new Waiting(
                id, "jira", JIRA, "issue/" + id, title, since, due, problem.isEmpty() ? 0 : 3, problem, state));
    }

    @Override
    public String place() {
        return "/var/lib/gatehouse/outbox.db";
    }

    @Override
    public List<Waiting> waiting() {
        if (away) {
            throw new UncheckedIOException(new IOException("the outbox cannot be read: disk I/O error"));
        }
        return new ArrayList<>(entries);
    }

    @Override
    public List<Pause> pauses() {
        return pauses;
    }

    @Override
    public boolean retry(long id) {
        retried.add(id);
        return entries.stream().anyMatch(entry -> entry.id() == id);
    }

    @Override
    public boolean drop(long id) {
        return !raced && entries.removeIf(entry -> entry.id() == id);
    }
}
