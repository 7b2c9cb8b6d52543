package dev.gatehouse.ledger.postgres;

import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.Conflict;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.EntryFormat;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.ledger.LedgerStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * A ledger in a table, a row an entry. Nobody holds a lock while they decide: of two who append to the same head, the
 * primary key lets one in, and the other is told.
 */
public final class PostgresLedger implements LedgerStore {
    private static final int ROWS_AT_ONCE = 1000;
    /** Class 08 of SQLSTATE, connection exceptions: the answer to a commit may be lost with the connection. */
    private static final String CONNECTION = "08";

    private static final String TABLE = Schema.NAME + ".entry";

    private final DataSource source;
    private final String name;

    /** Makes the tables when they are not there yet. */
    public PostgresLedger(DataSource source, String name) {
        this.source = source;
        this.name = name;
        try {
            Schema.prepare(source, name);
        } catch (SQLException e) {
            throw failed("cannot be reached", e);
        }
    }

    @Override
    public Head read(Head after, Consumer<? super Entry> each) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var query = connection.prepareStatement(
                    "SELECT sequence, hash, body FROM %s WHERE sequence >= ? ORDER BY sequence".formatted(TABLE))) {
                query.setFetchSize(ROWS_AT_ONCE);
                query.setLong(1, after.sequence());
                try (var rows = query.executeQuery()) {
                    return verify(after, rows, each);
                }
            }
        } catch (SQLException e) {
            throw failed("cannot be read", e);
        }
    }

    @Override
    public Entry append(Head expected, Draft draft, Instant time) throws Conflict {
        var stored = EntryFormat.encode(expected, draft, time);
        var entry = new EntryFormat(this::place)
                .decode(expected, stored.hash(), stored.body().getBytes(StandardCharsets.UTF_8));
        try {
            if (!insert(expected, entry, stored)) {
                refuseLostHead(expected);
                throw new Conflict(expected);
            }
            return entry;
        } catch (SQLException e) {
            if (isLostConnection(e) && isRecorded(entry)) {
                return entry;
            }
            throw failed("cannot be written", e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    private Head verify(Head after, ResultSet rows, Consumer<? super Entry> each) throws SQLException {
        if (after.sequence() > 0 && !(rows.next() && head(rows).equals(after))) {
            throw new BrokenLedger(
                    place(after.sequence()), after.sequence(), "it is not the entry that was there before");
        }
        var format = new EntryFormat(this::place);
        var head = after;
        while (rows.next()) {
            long next = head.sequence() + 1;
            if (rows.getLong(1) != next) {
                throw new BrokenLedger(place(next), next, "its row is missing");
            }
            var entry = format.decode(head, rows.getString(2), rows.getString(3).getBytes(StandardCharsets.UTF_8));
            each.accept(entry);
            head = entry.head();
        }
        return head;
    }

    private boolean insert(Head expected, Entry entry, EntryFormat.Stored stored) throws SQLException {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (var durable = connection.createStatement()) {
                // a server set to lose the last commits of a crash must not lose these
                durable.execute("SELECT set_config('synchronous_commit', 'on', true)"
                        + " WHERE current_setting('synchronous_commit') = 'off'");
            }
            try (var insert = connection.prepareStatement("INSERT INTO %1$s (sequence, hash, body) SELECT ?, ?, ?"
                    .concat(" WHERE ? = 0 OR EXISTS (SELECT 1 FROM %1$s WHERE sequence = ? AND hash = ?)")
                    .concat(" ON CONFLICT DO NOTHING")
                    .formatted(TABLE))) {
                insert.setLong(1, entry.sequence());
                insert.setString(2, stored.hash());
                insert.setString(3, stored.body());
                insert.setLong(4, expected.sequence());
                insert.setLong(5, expected.sequence());
                insert.setString(6, expected.hash());
                boolean first = insert.executeUpdate() == 1;
                connection.commit();
                return first;
            }
        }
    }

    /** That somebody was faster is no damage; that the head on which was decided is another one now, is. */
    private void refuseLostHead(Head expected) throws SQLException {
        if (expected.sequence() > 0
                && hash(expected.sequence()).filter(expected.hash()::equals).isEmpty()) {
            throw new BrokenLedger(
                    place(expected.sequence()), expected.sequence(), "it is not the entry that was there before");
        }
    }

    /** Whether a commit whose answer was lost has come about. */
    private boolean isRecorded(Entry entry) {
        try {
            return hash(entry.sequence()).filter(entry.hash()::equals).isPresent();
        } catch (SQLException e) {
            throw failed(
                    "the connection was lost while entry %d was written; 'ledger show' tells whether it is there"
                            .formatted(entry.sequence()),
                    e);
        }
    }

    private Optional<String> hash(long sequence) throws SQLException {
        try (var connection = source.getConnection();
                var query = connection.prepareStatement("SELECT hash FROM %s WHERE sequence = ?".formatted(TABLE))) {
            query.setLong(1, sequence);
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    private static boolean isLostConnection(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith(CONNECTION);
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(row.getLong(1), row.getString(2));
    }

    private String place(long sequence) {
        return "%s, row %d of %s".formatted(name, sequence, TABLE);
    }

    private UncheckedIOException failed(String what, SQLException e) {
        return new UncheckedIOException("%s: %s".formatted(name, what), new IOException(e.getMessage(), e));
    }
}
