package dev.gatehouse.trackers.outbox;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The queue in a database. A task is held by a lease: a random word and a time, written in the transaction that takes the
 * row. Whoever is silent for longer than that loses it, and learns so at the next step.
 */
public final class SqlOutbox implements Outbox {
    static final Duration LEASE = Duration.ofMinutes(5);
    private static final String COLUMNS =
            "id, tracker, target, name, title, payload, created, due, attempts, problem, refused, leased_until";
    private static final String SUBJECT = " WHERE tracker = ? AND target = ? AND name = ?";

    private final Sql sql;
    private final Clock clock;

    private SqlOutbox(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The queue in a file, which is created when there is none; it may be open in other processes too. */
    public static SqlOutbox open(Path file, Clock clock) {
        try {
            return new SqlOutbox(new Sql(() -> SqliteFile.open(file), SqliteFile.BEGIN), clock);
        } catch (SQLException e) {
            throw new OutboxBroken("%s: the outbox cannot be opened: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * The queue in tables of PostgreSQL, which are made when there are none; for machines that share it.
     *
     * @param name of the database, for messages
     */
    public static SqlOutbox open(DataSource database, String name, Clock clock) {
        try {
            return new SqlOutbox(
                    new Sql(() -> PostgresTables.open(database, name), "BEGIN", PostgresTables.ONE_AT_A_TIME), clock);
        } catch (SQLException e) {
            throw new OutboxBroken("%s: the outbox cannot be opened: %s".formatted(name, e.getMessage()), e);
        }
    }

    @Override
    public void add(Collection<Intent> intents) {
        long now = clock.millis();
        sql.transaction(() -> {
            for (var intent : intents) {
                sql.update(
                        "INSERT INTO entry (tracker, target, name, title, payload, generation, created, due, attempts,"
                                + " refused, leased_until) VALUES (?, ?, ?, ?, ?, 1, ?, ?, 0, 0, 0)"
                                + " ON CONFLICT (tracker, target, name) DO UPDATE SET title = excluded.title,"
                                + " payload = excluded.payload, generation = entry.generation + 1,"
                                + " due = excluded.due, refused = 0",
                        intent.subject().tracker(),
                        intent.subject().target(),
                        intent.subject().name(),
                        intent.title(),
                        intent.payload(),
                        now,
                        now);
            }
            return intents.size();
        });
    }

    @Override
    public List<Task> take(String tracker, String target, int most) {
        long now = clock.millis();
        var lease = UUID.randomUUID().toString();
        return sql.transaction(() -> {
            if (isPaused(tracker, target, now)) {
                return List.<Task>of();
            }
            sql.update(
                    "UPDATE entry SET lease = ?, leased_until = ? WHERE id IN (SELECT id FROM entry"
                            + " WHERE tracker = ? AND target = ? AND leased_until <= ?"
                            + " AND refused = 0 AND due <= ? ORDER BY id LIMIT ?)",
                    lease,
                    now + LEASE.toMillis(),
                    tracker,
                    target,
                    now,
                    now,
                    most);
            return sql.query(
                    rows -> (Task) new HeldTask(sql, clock, entry(rows, now), rows.getLong("generation"), lease),
                    "SELECT " + COLUMNS + ", generation FROM entry WHERE lease = ? ORDER BY id",
                    lease);
        });
    }

    private boolean isPaused(String tracker, String target, long now) throws SQLException {
        return !sql.query(
                        rows -> 1,
                        "SELECT until FROM pause WHERE tracker = ? AND target = ? AND until > ?",
                        tracker,
                        target,
                        now)
                .isEmpty();
    }

    @Override
    public Optional<Instant> nextDue(String tracker, String target) {
        return sql.transaction(() -> {
            var due = sql.query(
                    rows -> Instant.ofEpochMilli(rows.getLong(1)),
                    "SELECT CASE WHEN due > leased_until THEN due ELSE leased_until END FROM entry"
                            + " WHERE tracker = ? AND target = ? AND refused = 0 ORDER BY 1 LIMIT 1",
                    tracker,
                    target);
            var pause = sql.query(
                    rows -> Instant.ofEpochMilli(rows.getLong(1)),
                    "SELECT until FROM pause WHERE tracker = ? AND target = ?",
                    tracker,
                    target);
            return due.stream()
                    .findFirst()
                    .map(when -> pause.isEmpty() || when.isAfter(pause.get(0)) ? when : pause.get(0));
        });
    }

    @Override
    public void pause(String tracker, String target, Instant until, String problem, boolean asked) {
        sql.transaction(() -> sql.update(
                "INSERT INTO pause (tracker, target, until, problem, asked) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (tracker, target) DO UPDATE SET until = excluded.until,"
                        + " problem = excluded.problem, asked = excluded.asked",
                tracker,
                target,
                until.toEpochMilli(),
                problem,
                asked ? 1 : 0));
    }

    @Override
    public void resume(String tracker, String target) {
        sql.transaction(
                () -> sql.update("DELETE FROM pause WHERE tracker = ? AND target = ? AND asked = 0", tracker, target));
    }

    @Override
    public List<Pause> pauses() {
        return sql.transaction(() -> sql.query(
                rows -> new Pause(
                        rows.getString(1), rows.getString(2), Instant.ofEpochMilli(rows.getLong(3)), rows.getString(4)),
                "SELECT tracker, target, until, problem FROM pause WHERE until > ? ORDER BY tracker, target",
                clock.millis()));
    }

    @Override
    public List<Entry> entries() {
        long now = clock.millis();
        return sql.transaction(
                () -> sql.query(rows -> entry(rows, now), "SELECT " + COLUMNS + " FROM entry ORDER BY id"));
    }

    @Override
    public int retry(Collection<Long> ids) {
        long now = clock.millis();
        return each(ids, "UPDATE entry SET due = " + now + ", refused = 0, attempts = 0 WHERE id = ?");
    }

    @Override
    public int drop(Collection<Long> ids) {
        return each(ids, "DELETE FROM entry WHERE leased_until <= " + clock.millis() + " AND id = ?");
    }

    private int each(Collection<Long> ids, String statement) {
        return sql.transaction(() -> {
            int changed = 0;
            for (var id : ids) {
                changed += sql.update(statement, id);
            }
            return changed;
        });
    }

    @Override
    public void together(Runnable steps) {
        sql.transaction(() -> {
            steps.run();
            return 0;
        });
    }

    @Override
    public Map<String, String> memory(Subject subject) {
        return pairs(
                "SELECT key, value FROM memory" + SUBJECT + " ORDER BY key",
                subject.tracker(),
                subject.target(),
                subject.name());
    }

    @Override
    public Map<String, String> memories(String tracker, String target, String name) {
        return pairs(
                "SELECT name, value FROM memory WHERE tracker = ? AND target = ? AND key = ? ORDER BY name",
                tracker,
                target,
                name);
    }

    private Map<String, String> pairs(String query, String... values) {
        var pairs = new LinkedHashMap<String, String>();
        sql.transaction(
                () -> sql.query(rows -> pairs.put(rows.getString(1), rows.getString(2)), query, (Object[]) values));
        return pairs;
    }

    @Override
    public void close() {
        sql.close();
    }

    private static Entry entry(ResultSet rows, long now) throws SQLException {
        return new Entry(
                rows.getLong("id"),
                new Intent(
                        new Subject(rows.getString("tracker"), rows.getString("target"), rows.getString("name")),
                        rows.getString("title"),
                        rows.getString("payload")),
                Instant.ofEpochMilli(rows.getLong("created")),
                Instant.ofEpochMilli(rows.getLong("due")),
                rows.getInt("attempts"),
                rows.getString("problem"),
                rows.getInt("refused") != 0,
                rows.getLong("leased_until") > now);
    }
}
