package dev.gatehouse.trackers.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements on one connection, one transaction at a time. A connection that broke is opened again. */
final class Sql implements AutoCloseable {
    private static final int ANSWER_SECONDS = 5;

    private final Opening opening;
    private final String begin;
    private Connection connection;

    /**
     * @param begin statement at the start of every transaction; empty for none
     */
    Sql(Opening opening, String begin) throws SQLException {
        this.opening = opening;
        this.begin = begin;
        this.connection = open();
    }

    private Connection open() throws SQLException {
        var opened = opening.open();
        opened.setAutoCommit(false);
        return opened;
    }

    /** Runs in a transaction: all of it is durable when this returns, or none of it when it throws. */
    synchronized <T> T transaction(Work<T> work) {
        try {
            boolean whole = false;
            begin();
            try {
                var result = work.run();
                connection.commit();
                whole = true;
                return result;
            } finally {
                if (!whole) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw new OutboxBroken("the outbox cannot be read or written: " + e.getMessage(), e);
        }
    }

    private void begin() throws SQLException {
        if (begin.isEmpty()) {
            return;
        }
        try {
            start();
        } catch (SQLException broken) {
            if (connection.isValid(ANSWER_SECONDS)) {
                throw broken;
            }
            connection.close();
            connection = open();
            start();
        }
    }

    private void start() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(begin);
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
