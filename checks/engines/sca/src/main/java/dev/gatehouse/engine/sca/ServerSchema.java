package dev.gatehouse.engine.sca;

import dev.gatehouse.engine.protocol.sca.DatabaseAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The tables of a vulnerability database on a PostgreSQL server, in the schema that the address names. They are made by
 * Dependency-Check's own script, without what binds it to one schema and one role.
 */
final class ServerSchema {
    private static final String SCRIPT = "/data/initialize_postgres.sql";

    /** The schema is new, so there is nothing to drop, and who may read it is decided below. */
    private static final Pattern NOT_OURS = Pattern.compile("(?ms)^(?:DROP|GRANT)\\b[^;]*;|^--[^\\n]*$");

    private final DatabaseAddress address;

    ServerSchema(DatabaseAddress address) {
        this.address = address;
    }

    /** Makes the tables and lets every role of the database read them. */
    void create() throws IOException, SQLException {
        try (var script = ServerSchema.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IOException("Dependency-Check has no script for PostgreSQL any more");
            }
            var text = NOT_OURS.matcher(new String(script.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll("")
                    .replace("public.", "");
            try (var connection = connect();
                    var statement = connection.createStatement()) {
                statement.execute(text);
                // what a database says of itself is longer than Dependency-Check's own properties
                statement.execute("ALTER TABLE properties ALTER COLUMN value TYPE text");
                statement.execute("CREATE TABLE published (cve varchar(20) PRIMARY KEY, day date NOT NULL)");
                statement.execute("DO $$ BEGIN"
                        + " EXECUTE format('GRANT USAGE ON SCHEMA %I TO PUBLIC', current_schema());"
                        + " EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO PUBLIC', current_schema());"
                        + " END $$");
            }
        }
    }

    /** Keeps when each vulnerability was published, for which Dependency-Check has no place. */
    void publish(Map<String, String> dates) throws SQLException {
        try (var connection = connect();
                var insert = connection.prepareStatement("INSERT INTO published (cve, day) VALUES (?, ?::date)")) {
            connection.setAutoCommit(false);
            int waiting = 0;
            for (var date : dates.entrySet()) {
                insert.setString(1, date.getKey());
                insert.setString(2, date.getValue());
                insert.addBatch();
                if (++waiting % 10_000 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    Connection connect() throws SQLException {
        var properties = new Properties();
        if (address.user() != null) {
            properties.setProperty("user", address.user());
        }
        if (address.password() != null) {
            properties.setProperty("password", address.password());
        }
        return DriverManager.getConnection(String.valueOf(address.url()), properties);
    }
}
