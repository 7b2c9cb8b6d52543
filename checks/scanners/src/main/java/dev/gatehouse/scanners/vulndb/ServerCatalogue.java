package dev.gatehouse.scanners.vulndb;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.findings.report.ReportJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The server's list of complete databases: table {@code gatehouse.vulndb}, one row a database, at most one of them
 * current for each version of the engine. A database is a schema named by its digest. Use is told by advisory locks of
 * sessions, which end with the session however that ends.
 */
final class ServerCatalogue {
    /** The lock of those who make databases; the first word tells our locks from those of others. */
    private static final int FAMILY = 0x67617465;

    private static final int BUILDING = 0;

    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_lock(%d, %d)".formatted(FAMILY, BUILDING);

    private final Connection connection;

    ServerCatalogue(Connection connection) {
        this.connection = connection;
    }

    /** A row of the list. */
    record Row(DatabaseInfo info, boolean current, Instant retired) {}

    static String schema(String digest) {
        return "gatehouse_" + digest.substring(0, 40);
    }

    /** Waits until nobody else makes a database on this server, and makes the list if there is none. */
    void beginBuilding() throws SQLException {
        run(ONE_AT_A_TIME);
        run("CREATE SCHEMA IF NOT EXISTS gatehouse");
        run("CREATE TABLE IF NOT EXISTS gatehouse.vulndb (digest char(64) PRIMARY KEY, engine text NOT NULL,"
                + " info text NOT NULL, current boolean NOT NULL DEFAULT false, retired timestamptz)");
        run("CREATE UNIQUE INDEX IF NOT EXISTS vulndb_current ON gatehouse.vulndb (engine) WHERE current");
        run("GRANT USAGE ON SCHEMA gatehouse TO PUBLIC");
        run("GRANT SELECT ON gatehouse.vulndb TO PUBLIC");
    }

    /** Databases that the engine's version made; none on a server that has no list yet. */
    List<Row> rows(String engine) throws SQLException {
        try (var there = connection.createStatement();
                var found = there.executeQuery("SELECT to_regclass('gatehouse.vulndb') IS NOT NULL")) {
            found.next();
            if (!found.getBoolean(1)) {
                return List.of();
            }
        }
        var rows = new ArrayList<Row>();
        try (var query = connection.prepareStatement(
                "SELECT info, current, retired FROM gatehouse.vulndb WHERE engine = ? ORDER BY digest")) {
            query.setString(1, engine);
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    var retired = found.getTimestamp(3);
                    rows.add(new Row(
                            read(found.getString(1)),
                            found.getBoolean(2),
                            retired == null ? Instant.MAX : retired.toInstant()));
                }
            }
        }
        return rows;
    }

    private static DatabaseInfo read(String info) throws SQLException {
        try {
            return ReportJson.mapper().readValue(info, DatabaseInfo.class);
        } catch (JsonProcessingException e) {
            throw new SQLException("its table gatehouse.vulndb has an entry of another Gatehouse", e);
        }
    }

    Optional<DatabaseInfo> current(String engine) throws SQLException {
        return rows(engine).stream().filter(Row::current).map(Row::info).findFirst();
    }

    /** Makes an empty schema, in place of what a broken-off build left. */
    void clear(String digest) throws SQLException {
        run("DROP SCHEMA IF EXISTS %s CASCADE".formatted(schema(digest)));
        run("CREATE SCHEMA " + schema(digest));
    }

    /** Bytes that the tables and indexes of a database take. */
    long size(String digest) throws SQLException {
        try (var query = connection.prepareStatement("SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint"
                + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname = ? AND c.relkind = 'r'")) {
            query.setString(1, schema(digest));
            try (var found = query.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    /** Lists a database, if it is not yet, and has scans of its engine's version use it: one step. */
    void makeCurrent(DatabaseInfo info, Instant now) throws SQLException, JsonProcessingException {
        connection.setAutoCommit(false);
        try (var retire = connection.prepareStatement(
                        "UPDATE gatehouse.vulndb SET current = false, retired = ? WHERE engine = ? AND current AND digest <> ?");
                var list = connection.prepareStatement("INSERT INTO gatehouse.vulndb (digest, engine, info, current)"
                        + " VALUES (?, ?, ?, true)"
                        + " ON CONFLICT (digest) DO UPDATE SET current = true, retired = NULL")) {
            retire.setTimestamp(1, Timestamp.from(now));
            retire.setString(2, info.engine());
            retire.setString(3, info.digest());
            retire.executeUpdate();
            list.setString(1, info.digest());
            list.setString(2, info.engine());
            list.setString(3, ReportJson.mapper().writeValueAsString(info));
            list.executeUpdate();
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Marks a database as used until the session ends; shared, so that it waits for nobody but who removes it. */
    void use(String digest) throws SQLException {
        lock("SELECT pg_advisory_lock_shared(?, ?)", digest);
    }

    boolean inUse(String digest) throws SQLException {
        if (lock("SELECT pg_try_advisory_lock(?, ?)", digest)) {
            lock("SELECT pg_advisory_unlock(?, ?)", digest);
            return false;
        }
        return true;
    }

    /** Removes a database unless it is in use. */
    void removeUnused(String digest) throws SQLException {
        if (!lock("SELECT pg_try_advisory_lock(?, ?)", digest)) {
            return;
        }
        try (var delete =
                connection.prepareStatement("DELETE FROM gatehouse.vulndb WHERE digest = ? AND NOT current")) {
            delete.setString(1, digest);
            delete.executeUpdate();
            run("DROP SCHEMA IF EXISTS %s CASCADE".formatted(schema(digest)));
        } finally {
            lock("SELECT pg_advisory_unlock(?, ?)", digest);
        }
    }

    /** The 28 bits of the digest tell its lock from others'; a clash only keeps a database longer. */
    private boolean lock(String sql, String digest) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, FAMILY);
            statement.setInt(2, 1 + Integer.parseInt(digest.substring(0, 7), 16));
            try (var answer = statement.executeQuery()) {
                answer.next();
                return "t".equals(answer.getString(1));
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
