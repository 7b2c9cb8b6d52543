package dev.gatehouse.trackers.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** A row that this process has leased. Every change checks in its own transaction that the lease is still held. */
final class HeldTask implements Task {
    private final Sql sql;
    private final Clock clock;
    private final Entry entry;
    private final long generation;
    private final String lease;

    HeldTask(Sql sql, Clock clock, Entry entry, long generation, String lease) {
        this.sql = sql;
        this.clock = clock;
        this.entry = entry;
        this.generation = generation;
        this.lease = lease;
    }

    @Override
    public Entry entry() {
        return entry;
    }

    @Override
    public Optional<String> recall(String name) {
        var subject = entry.intent().subject();
        return sql.transaction(() -> sql
                .query(
                        rows -> rows.getString(1),
                        "SELECT value FROM memory WHERE tracker = ? AND target = ? AND name = ? AND key = ?",
                        subject.tracker(),
                        subject.target(),
                        subject.name(),
                        name)
                .stream()
                .findFirst());
    }

    @Override
    public void remember(String name, String value) {
        var subject = entry.intent().subject();
        held(() -> sql.update(
                "INSERT INTO memory (tracker, target, name, key, value) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (tracker, target, name, key) DO UPDATE SET value = excluded.value",
                subject.tracker(),
                subject.target(),
                subject.name(),
                name,
                value));
    }

    @Override
    public void forget(String name) {
        var subject = entry.intent().subject();
        held(() -> sql.update(
                "DELETE FROM memory WHERE tracker = ? AND target = ? AND name = ? AND key = ?",
                subject.tracker(),
                subject.target(),
                subject.name(),
                name));
    }

    @Override
    public void renew() {
        held(() -> 0);
    }

    @Override
    public boolean isNewest() {
        return !sql.transaction(() -> sql.query(
                        rows -> 1, "SELECT id FROM entry WHERE id = ? AND generation = ?", entry.id(), generation))
                .isEmpty();
    }

    @Override
    public void done() {
        held(() -> {
            int gone = sql.update("DELETE FROM entry WHERE id = ? AND generation = ?", entry.id(), generation);
            return gone > 0
                    ? gone
                    : sql.update(
                            "UPDATE entry SET lease = NULL, leased_until = 0, attempts = 0, problem = NULL WHERE id = ?",
                            entry.id());
        });
    }

    @Override
    public void later(Instant due, String problem) {
        settle(due, problem, 0);
    }

    @Override
    public void refuse(String problem) {
        settle(clock.instant(), problem, 1);
    }

    /** A newer intent that came meanwhile has its own time, and was refused by nobody. */
    private void settle(Instant due, String problem, int refused) {
        held(() -> sql.update(
                "UPDATE entry SET lease = NULL, leased_until = 0, attempts = attempts + 1, problem = ?,"
                        + " due = CASE WHEN generation = ? THEN ? ELSE due END,"
                        + " refused = CASE WHEN generation = ? THEN ? ELSE 0 END WHERE id = ?",
                problem,
                generation,
                due.toEpochMilli(),
                generation,
                refused,
                entry.id()));
    }

    private void held(Sql.Work<Integer> work) {
        long until = clock.millis() + SqlOutbox.LEASE.toMillis();
        sql.transaction(() -> {
            if (sql.update("UPDATE entry SET leased_until = ? WHERE id = ? AND lease = ?", until, entry.id(), lease)
                    == 0) {
                throw new LeaseLost(entry.intent().subject());
            }
            return work.run();
        });
    }
}
