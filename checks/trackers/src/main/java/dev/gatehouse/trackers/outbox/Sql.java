package dev.gatehouse.trackers.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements on one connection, one transaction at a time. Transactions are begun and ended by statements: SQLite's driver
 * would begin the next one as soon as one ends, and so keep all others out for as long as it is open.
 */
final class Sql implements AutoCloseable {
    private static final int ANSWER_SECONDS = 5;

    private final Opening opening;
    private final List<String> begin;
    private Connection connection;
    private boolean open;

    /**
     * @param begin statements at the start of every transaction
     */
    Sql(Opening opening, String... begin) throws SQLException {
        this.opening = opening;
        this.begin = List.of(begin);
        this.connection = opening.open();
    }

    /**
     * Runs in a transaction: all of it is durable when this returns, or none of it when it throws. Within another one it is
     * a part of that.
     */
    synchronized <T> T transaction(Work<T> work) {
        try {
            if (open) {
                return work.run();
            }
            boolean whole = false;
            begin();
            open = true;
            try {
                var result = work.run();
                execute("COMMIT");
                whole = true;
                return result;
            } finally {
                open = false;
                if (!whole) {
                    execute("ROLLBACK");
                }
            }
        } catch (SQLException e) {
            throw new OutboxBroken("the outbox cannot be read or written: " + e.getMessage(), e);
        }
    }

    /** A connection that broke since is opened again; nothing was begun on it. */
    private void begin() throws SQLException {
        try {
            start();
        } catch (SQLException broken) {
            if (connection.isValid(ANSWER_SECONDS)) {
                throw broken;
            }
            connection.close();
            connection = opening.open();
            start();
        }
    }

    private void start() throws SQLException {
        for (var statement : begin) {
            execute(statement);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    <T> List<T> query(Row<T> row, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = prepare(sql, values);
                var rows = statement.executeQuery()) {
            var results = new ArrayList<T>();
            while (rows.next()) {
                results.add(row.read(rows));
            }
            return results;
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new OutboxBroken("the outbox cannot be closed: " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    interface Opening {
        Connection open() throws SQLException;
    }

    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
