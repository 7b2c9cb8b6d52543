package dev.gatehouse.trackers.outbox;

import dev.gatehouse.findings.BadInput;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The queue in a schema of its own of a PostgreSQL database. */
final class PostgresTables {
    private static final String SCHEMA = "gatehouse_outbox";
    private static final int VERSION = 1;
    /** Any number that nobody else takes. */
    private static final long LOCK = 0x6761_7465_6f75_7462L;

    /**
     * Transactions take turns, as they do with the file: each lasts for milliseconds, trackers take seconds, and nobody
     * ever meets a half-taken batch or a deadlock.
     */
    static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(" + LOCK + ")";

    private PostgresTables() {}

    static Connection open(DataSource database, String name) throws SQLException {
        var connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                // a server set to lose the last commits of a crash must not lose these
                statement.execute("SELECT set_config('synchronous_commit', 'on', false)"
                        + " WHERE current_setting('synchronous_commit') = 'off'");
                statement.execute(ONE_AT_A_TIME);
            }
            migrate(connection, name);
            connection.setSchema(SCHEMA);
            connection.commit();
            connection.setAutoCommit(true);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The tables are looked at before any is made, which needs more rights. */
    private static void migrate(Connection connection, String name) throws SQLException {
        int found = version(connection);
        if (found > VERSION) {
            throw new BadInput(
                    "%s: the outbox's tables are of a newer Gatehouse (version %d, this one knows %d); use that one"
                            .formatted(name, found, VERSION));
        }
        if (found == VERSION) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("CREATE SCHEMA IF NOT EXISTS " + SCHEMA);
            connection.setSchema(SCHEMA);
            for (var table : Tables.of("BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", "BIGINT")) {
                statement.executeUpdate(table);
            }
            statement.executeUpdate("CREATE TABLE IF NOT EXISTS version (number INTEGER NOT NULL)");
            statement.executeUpdate("INSERT INTO version (number) VALUES (" + VERSION + ")");
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("SELECT to_regclass('%s.version') IS NOT NULL".formatted(SCHEMA))) {
                if (!rows.next() || !rows.getBoolean(1)) {
                    return 0;
                }
            }
            try (var rows = statement.executeQuery("SELECT max(number) FROM %s.version".formatted(SCHEMA))) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }
}
