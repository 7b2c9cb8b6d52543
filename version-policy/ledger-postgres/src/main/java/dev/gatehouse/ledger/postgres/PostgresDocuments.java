package dev.gatehouse.ledger.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Named documents beside the ledger, each replaced as a whole by whoever read its newest version. */
public final class PostgresDocuments {
    private static final String TABLE = Schema.NAME + ".document";

    private final DataSource source;
    private final String name;

    /**
     * A document as it is.
     *
     * @param version counts up with every writing, from 1
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares documents
    public record Document(long version, byte[] content) {}

    /** Makes the tables when they are not there yet. */
    public PostgresDocuments(DataSource source, String name) {
        this.source = source;
        this.name = name;
        try {
            Schema.prepare(source, name);
        } catch (SQLException e) {
            throw failed("cannot be reached", e);
        }
    }

    /** For messages; never holds a password. */
    public String name() {
        return name;
    }

    public Optional<Document> read(String document) {
        try (var connection = source.getConnection();
                var query = connection.prepareStatement(
                        "SELECT version, content FROM %s WHERE name = ?".formatted(TABLE))) {
            query.setString(1, document);
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(new Document(rows.getLong(1), rows.getBytes(2))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed("cannot be read", e);
        }
    }

    /**
     * Writes a document when nobody else has meanwhile.
     *
     * @param expected the version that was read; 0 for a document that was not there
     */
    public boolean write(String document, long expected, byte[] content) {
        var insert = "INSERT INTO %s (content, version, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING".formatted(TABLE);
        var update = "UPDATE %s SET content = ?, version = ? WHERE name = ? AND version = ?".formatted(TABLE);
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(expected == 0 ? insert : update)) {
            statement.setBytes(1, content);
            statement.setLong(2, expected + 1);
            statement.setString(3, document);
            if (expected > 0) {
                statement.setLong(4, expected);
            }
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw failed("cannot be written", e);
        }
    }

    public void delete(String document) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement("DELETE FROM %s WHERE name = ?".formatted(TABLE))) {
            statement.setString(1, document);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed("cannot be written", e);
        }
    }

    /** Names that begin so, in order. */
    public List<String> names(String prefix) {
        try (var connection = source.getConnection();
                var query = connection.prepareStatement(
                        "SELECT name FROM %s WHERE starts_with(name, ?) ORDER BY name COLLATE \"C\""
                                .formatted(TABLE))) {
            query.setString(1, prefix);
            var names = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        } catch (SQLException e) {
            throw failed("cannot be read", e);
        }
    }

    private UncheckedIOException failed(String what, SQLException e) {
        return new UncheckedIOException(name + ": " + what, new IOException(e.getMessage(), e));
    }
}
