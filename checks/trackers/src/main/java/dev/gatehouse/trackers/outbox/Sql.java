package dev.gatehouse.trackers.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements on one connection, one transaction at a time. */
final class Sql implements AutoCloseable {
    private final Connection connection;

    Sql(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    /** Runs in a transaction: all of it is durable when this returns, or none of it when it throws. */
    synchronized <T> T transaction(Work<T> work) {
        try {
            boolean whole = false;
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
    interface Work<T> {
        T run() throws SQLException;
    }

    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
