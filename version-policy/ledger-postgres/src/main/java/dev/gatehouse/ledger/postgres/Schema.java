package dev.gatehouse.ledger.postgres;

import dev.gatehouse.findings.BadInput;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables, as Flyway keeps them. Looked at before Flyway is started, which takes time and needs more rights. */
final class Schema {
    static final String NAME = "gatehouse_ledger";

    private static final String HISTORY = "schema_history";
    private static final int NEWEST = 2;
    /** 3F000 invalid schema name, 42P01 undefined table. */
    private static final String UNDEFINED_SCHEMA = "3F000";

    private static final String UNDEFINED_TABLE = "42P01";

    private Schema() {}

    static void prepare(DataSource source, String name) throws SQLException {
        int version = version(source);
        if (version > NEWEST) {
            throw new BadInput("%s: the ledger's tables are of a newer Gatehouse: use that one".formatted(name));
        }
        if (version < NEWEST) {
            migrate(source, name);
        }
    }

    private static int version(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT coalesce(max(version::int), 0) FROM %s.%s WHERE success".formatted(NAME, HISTORY))) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState()) || UNDEFINED_SCHEMA.equals(e.getSQLState())) {
                return 0;
            }
            throw e;
        }
    }

    private static void migrate(DataSource source, String name) {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(source)
                    .schemas(NAME)
                    .table(HISTORY)
                    .locations("classpath:dev/gatehouse/ledger/postgres")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new BadInput(
                    "%s: the ledger's tables cannot be made; let a user do it who may create a schema".formatted(name),
                    e);
        }
    }
}
