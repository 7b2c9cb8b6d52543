package dev.gatehouse.trackers.outbox;

import java.util.List;

/** The tables, in words that SQLite and PostgreSQL both understand. Times are milliseconds since 1970. */
final class Tables {
    private Tables() {}

    /**
     * @param id type of a key that counts by itself and never comes back
     * @param number type for 64 bits
     */
    static List<String> of(String id, String number) {
        return List.of(
                """
            CREATE TABLE IF NOT EXISTS entry (
                id %1$s,
                tracker TEXT NOT NULL,
                target TEXT NOT NULL,
                name TEXT NOT NULL,
                title TEXT NOT NULL,
                payload TEXT NOT NULL,
                generation %2$s NOT NULL,
                created %2$s NOT NULL,
                due %2$s NOT NULL,
                attempts INTEGER NOT NULL,
                problem TEXT,
                refused INTEGER NOT NULL,
                lease TEXT,
                leased_until %2$s NOT NULL,
                UNIQUE (tracker, target, name))""".formatted(id, number),
                "CREATE INDEX IF NOT EXISTS entry_due ON entry (tracker, target, refused, due)",
                """
            CREATE TABLE IF NOT EXISTS memory (
                tracker TEXT NOT NULL,
                target TEXT NOT NULL,
                name TEXT NOT NULL,
                key TEXT NOT NULL,
                value TEXT NOT NULL,
                PRIMARY KEY (tracker, target, name, key))""",
                """
            CREATE TABLE IF NOT EXISTS pause (
                tracker TEXT NOT NULL,
                target TEXT NOT NULL,
                until %s NOT NULL,
                problem TEXT NOT NULL,
                asked INTEGER NOT NULL,
                PRIMARY KEY (tracker, target))""".formatted(number));
    }
}
