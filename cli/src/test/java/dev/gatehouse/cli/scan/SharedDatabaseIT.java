package dev.gatehouse.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gatehouse vulndb … --database jdbc:postgresql:…} and a scan that asks it, against a real PostgreSQL. */
class SharedDatabaseIT {
    private static final String RECORD = """
            {"cve": {"id": "%s", "vulnStatus": "Analyzed", "published": "2026-01-02T00:00:00.000",
              "lastModified": "2026-02-03T00:00:00.000",
              "descriptions": [{"lang": "en", "value": "Something is wrong."}], "references": [],
              "metrics": {}, "weaknesses": [], "configurations": [{"nodes": [{"operator": "OR", "negate": false,
              "cpeMatch": [{"vulnerable": true, "criteria": "cpe:2.3:a:apache:commons_text:*:*:*:*:*:*:*:*",
              "versionEndExcluding": "99.0", "matchCriteriaId": "00000000-0000-0000-0000-000000000000"}]}]}]}}""";

    @TempDir
    static Path shared;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EmbeddedPostgres postgres;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(shared.resolve("postgres").toFile())
                .start();
        sql("postgres", "CREATE ROLE updater LOGIN PASSWORD 'tell-nobody'");
        sql("postgres", "CREATE DATABASE vulndb OWNER updater");
        sql("postgres", "CREATE DATABASE empty OWNER updater");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void updateStatusVerifyImportScanAndWhatCannotBeDone() throws Exception {
        var updated = vulndb("update", "--from", feed("one", "CVE-2026-0001").toString());
        assertThat(updated.exit()).as(updated.err()).isZero();

        var status = vulndb("status");
        assertThat(status.exit()).as(status.err()).isZero();
        assertThat(status.out())
                .contains("jdbc:postgresql://localhost", "2026-02-03")
                .doesNotContain("tell-nobody");
        var intact = vulndb("verify");
        assertThat(intact.exit()).as(intact.err()).isZero();
        assertThat(intact.out()).contains("is intact: 1 records.");
        assertThat(scan()).containsExactly("CVE-2026-0001");

        var imported =
                vulndb("import", feed("two", "CVE-2026-0001", "CVE-2026-0002").toString());
        assertThat(imported.exit()).as(imported.err()).isZero();
        assertThat(vulndb("verify").out()).contains("is intact: 2 records.");
        assertThat(scan()).containsExactlyInAnyOrder("CVE-2026-0001", "CVE-2026-0002");

        var archive = folder.resolve("feed.zip");
        assertRefused(vulndb("export", archive.toString()), "export");
        assertThat(archive).doesNotExist();

        var schema = sql("vulndb", "SELECT max(nspname) FROM pg_namespace WHERE nspname LIKE 'gatehouse\\_%'");
        sql("vulndb", "DELETE FROM " + schema + ".vulnerability");
        sql("vulndb", "SELECT 1");
        var damaged = vulndb("verify");
        assertThat(damaged.exit()).as(damaged.out() + damaged.err()).isEqualTo(1);
        assertThat(damaged.out()).contains("gatehouse vulndb");
    }

    @Test
    void serversThatAreEmptyOrGoneAreTold() throws Exception {
        for (var command : List.of("status", "verify")) {
            assertRefused(run("empty", postgres.getPort(), "vulndb", command), "has nothing yet");
            assertRefused(run("vulndb", 1, "vulndb", command), "cannot be reached");
        }
        assertRefused(
                run(
                        "vulndb",
                        1,
                        "vulndb",
                        "update",
                        "--from",
                        feed("one", "CVE-2026-0001").toString()),
                "cannot be reached");
    }

    private static void assertRefused(Installed.Ended ended, String why) {
        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(2);
        assertThat(ended.err()).startsWith("gatehouse: ").contains(why).doesNotContain("tell-nobody");
        assertThat(ended.err().lines()).hasSize(1);
    }

    private List<String> scan() throws Exception {
        var project = Files.createDirectories(folder.resolve("project"));
        Jars.vulnerable(project.resolve("lib.jar"));
        var out = folder.resolve("out");
        var ended = run(
                "vulndb",
                postgres.getPort(),
                "scan",
                project.toString(),
                "--only",
                "sca",
                "--quiet",
                "--out",
                out.toString());
        // the code was left out on purpose, so nothing can be said of the whole
        assertThat(ended.exit()).as(ended.err()).isEqualTo(3);
        assertThat(new Reported(out).report().path("scanners").findValuesAsText("databaseDate"))
                .contains("2026-02-03");
        return new Reported(out).rulesFound();
    }

    private Installed.Ended vulndb(String... arguments) throws Exception {
        var all = new ArrayList<>(List.of("vulndb"));
        all.addAll(List.of(arguments));
        return run("vulndb", postgres.getPort(), all.toArray(String[]::new));
    }

    private Installed.Ended run(String database, int port, String... arguments) throws Exception {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--database");
        all.add("jdbc:postgresql://localhost:%d/%s".formatted(port, database));
        if (arguments[0].equals("vulndb") && !List.of("status", "export").contains(arguments[1])) {
            all.add("--quiet");
        }
        return Installed.cold(folder)
                .with(Map.of("GATEHOUSE_VULNDB_USER", "updater", "GATEHOUSE_VULNDB_PASSWORD", "tell-nobody"))
                .run(all.toArray(String[]::new));
    }

    private Path feed(String name, String... cves) throws IOException {
        var directory = Files.createDirectories(folder.resolve(name));
        var records = new ArrayList<String>();
        for (var cve : cves) {
            records.add(RECORD.formatted(cve));
        }
        var text = "{\"resultsPerPage\": %1$d, \"startIndex\": 0, \"totalResults\": %1$d, \"vulnerabilities\": [%2$s]}"
                .formatted(cves.length, String.join(",", records));
        try (var out = new GZIPOutputStream(Files.newOutputStream(directory.resolve("nvdcve-2.0-2026.json.gz")))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return directory;
    }

    /** Runs a statement as the owner of the server; gives the first cell of what it returns, or nothing. */
    private static String sql(String database, String statement) throws SQLException {
        try (var connection = postgres.getDatabase("postgres", database).getConnection();
                var made = connection.createStatement()) {
            if (!made.execute(statement)) {
                return "";
            }
            try (var rows = made.getResultSet()) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "";
            }
        }
    }
}
