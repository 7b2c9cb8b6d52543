package dev.gatehouse.engine.sca;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.engine.protocol.sca.DatabaseAddress;
import dev.gatehouse.engine.protocol.sca.DatabaseFacts;
import dev.gatehouse.findings.report.ReportJson;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.owasp.dependencycheck.Engine;
import org.owasp.dependencycheck.data.nvdcve.CveDB;
import org.owasp.dependencycheck.utils.InvalidSettingException;
import org.owasp.dependencycheck.utils.Settings;

/** What a database says of itself, kept in it as a property; and whether it opens and answers at all. */
final class DatabaseDescription {
    private static final String PROPERTY = "gatehouse.facts";

    private final Path work;

    DatabaseDescription(Path work) {
        this.work = work;
    }

    static void write(CveDB database, DatabaseFacts facts) throws JsonProcessingException {
        database.saveProperty(PROPERTY, ReportJson.mapper().writeValueAsString(facts));
    }

    DatabaseFacts of(DatabaseAddress address) throws IOException, InvalidSettingException, SQLException {
        var settings = OfflineSettings.reading(address, work);
        try (var engine = new Engine(settings)) {
            engine.openDatabase(true, false);
            var database = engine.getDatabase();
            var facts = database.getProperties().getProperty(PROPERTY);
            if (facts == null) {
                throw new IOException("the database in %s was not made by Gatehouse".formatted(address));
            }
            var told = ReportJson.mapper().readValue(facts, DatabaseFacts.class);
            return new DatabaseFacts(count(settings), told.newest(), told.years(), told.skipped(), told.properties());
        } finally {
            settings.cleanup(true);
        }
    }

    /** Goes through the whole table, so that a damaged file shows. */
    static long count(Settings settings) throws SQLException {
        var url = settings.getString(Settings.KEYS.DB_CONNECTION_STRING);
        var user = settings.getString(Settings.KEYS.DB_USER);
        var password = settings.getString(Settings.KEYS.DB_PASSWORD);
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(DISTINCT v.cve) FROM vulnerability v"
                        + " LEFT JOIN software s ON s.cveid = v.id LEFT JOIN cpeEntry c ON c.id = s.cpeEntryId"
                        + " WHERE LENGTH(v.cve) > 0 AND (c.vendor IS NULL OR LENGTH(c.vendor) > 0)")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
