package dev.gatehouse.scanners.vulndb;

import static dev.gatehouse.scanners.sca.RealEngine.library;
import static dev.gatehouse.scanners.sca.RealEngine.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.Scanner;
import dev.gatehouse.scanners.cache.FileDigests;
import dev.gatehouse.scanners.engine.EngineHome;
import dev.gatehouse.scanners.sca.KnownResults;
import dev.gatehouse.scanners.sca.RealEngine;
import dev.gatehouse.scanners.sca.ScaScanner;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases of small feeds on a real PostgreSQL, made and asked by the real engine. */
class SharedDatabasesTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final Clock LATER = Clock.offset(NOW, Duration.ofHours(1));
    private static final String FIRST = Feeds.record("CVE-2026-0001", "apache:log4j");
    private static final String SECOND = Feeds.record("CVE-2026-0002", "apache:log4j");

    @TempDir
    static Path shared;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EmbeddedPostgres postgres;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EngineHome home;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException, SQLException {
        home = RealEngine.home(shared);
        postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(shared.resolve("postgres").toFile())
                .start();
        sql("CREATE ROLE updater LOGIN PASSWORD 'tell-nobody'", "CREATE ROLE scans LOGIN PASSWORD 'only-reads'");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void emptyDatabase() throws SQLException {
        sql("DROP DATABASE IF EXISTS vulndb WITH (FORCE)", "CREATE DATABASE vulndb OWNER updater");
    }

    private static void sql(String... statements) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static SharedServer server(String user, String password) {
        return SharedServer.of(
                "jdbc:postgresql://localhost:%d/vulndb".formatted(postgres.getPort()),
                Map.of("GATEHOUSE_VULNDB_USER", user, "GATEHOUSE_VULNDB_PASSWORD", password));
    }

    private VulnerabilityDatabases databases(Clock clock) throws IOException {
        return new DatabasePlace(folder.resolve("vulndb"), server("updater", "tell-nobody"))
                .open(DependencyCheck.of(home), clock);
    }

    private Scanner.Result scan() {
        return new ScaScanner(
                        home,
                        new DatabasePlace(folder.resolve("scans"), server("scans", "only-reads")),
                        KnownResults.NONE,
                        FileDigests.forgetful(NOW),
                        Duration.ofMinutes(2),
                        NOW)
                .scan(project(library("log4j-core-2.17.1.jar")), Progress.SILENT);
    }

    private List<String> found() {
        return scan().findings().stream().map(Finding::rule).sorted().toList();
    }

    private FeedDirectory feed(String name, String... records) throws IOException {
        var directory = folder.resolve(name);
        Feeds.file(directory, "nvdcve-2.0-2026.json.gz", records);
        return new FeedDirectory(directory);
    }

    private List<String> schemas() throws SQLException {
        try (var connection = postgres.getDatabase("postgres", "vulndb").getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'gatehouse\\_%' ORDER BY 1")) {
            var names = new java.util.ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    @Test
    void aRoleThatMayOnlyReadFindsWhatAnUpdateBroughtIn() throws Exception {
        var info = databases(NOW).adopt(feed("one", FIRST), Progress.SILENT);

        var result = scan();

        assertThat(result.run().reason()).isNullOrEmpty();
        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("CVE-2026-0001");
            assertThat(finding.evidence().facts()).containsEntry("published", "2026-01-02");
        });
        assertThat(result.run().databaseDate()).isEqualTo("2026-02-03");
        assertThat(info.bytes()).isPositive();
        var databases = databases(NOW);
        assertThat(databases.check(info, Progress.SILENT)).isEmpty();
        assertThat(databases.place(databases.choose()))
                .contains("jdbc:postgresql://localhost")
                .doesNotContain("tell-nobody");
    }

    @Test
    void theOldDatabaseStaysUntilNoScanUsesIt() throws Exception {
        var first = databases(NOW).adopt(feed("one", FIRST), Progress.SILENT);
        var reading = databases(NOW);
        var chosen = reading.choose();
        try (var lease = reading.lease(chosen, Progress.SILENT)) {
            databases(NOW).adopt(feed("two", FIRST, SECOND), Progress.SILENT);
            assertThat(found()).containsExactly("CVE-2026-0001", "CVE-2026-0002");

            databases(LATER).adopt(new FeedDirectory(folder.resolve("two")), Progress.SILENT);

            assertThat(schemas()).hasSize(2);
            assertThat(databases(LATER).others(databases(LATER).choose()))
                    .containsExactly(new OtherDatabase(first.digest(), true));
            assertThat(databases(NOW).check(lease.info(), Progress.SILENT)).isEmpty();
        }
        databases(LATER).adopt(new FeedDirectory(folder.resolve("two")), Progress.SILENT);
        assertThat(schemas()).hasSize(1);
        assertThatThrownBy(() -> databases(NOW).lease(chosen, Progress.SILENT)).isInstanceOf(DamagedDatabase.class);
    }

    @Test
    void whatABrokenOffBuildLeftIsMadeAgain() throws Exception {
        var feed = feed("one", FIRST);
        var digest =
                Feed.in(folder.resolve("one")).digest(DependencyCheck.of(home).version());
        try (var connection = postgres.getDatabase("updater", "vulndb").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + ServerCatalogue.schema(digest));
            statement.execute("CREATE TABLE " + ServerCatalogue.schema(digest) + ".vulnerability (id int)");
        }

        databases(NOW).adopt(feed, Progress.SILENT);

        assertThat(found()).containsExactly("CVE-2026-0001");
    }

    @Test
    void anUpdateThatFailsLeavesScansTheirDatabase() throws Exception {
        databases(NOW).adopt(feed("one", FIRST), Progress.SILENT);
        var torn = folder.resolve("torn");
        var file = Feeds.file(torn, "nvdcve-2.0-2026.json.gz", SECOND);
        var bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> databases(NOW).adopt(new FeedDirectory(torn), Progress.SILENT))
                .isInstanceOf(BadInput.class);

        assertThat(found()).containsExactly("CVE-2026-0001");
    }

    @Test
    void anEmptyServerAndADeadOneMakeTheScanFailWithASentence() {
        assertThat(scan().run()).satisfies(run -> {
            assertThat(run.status()).isEqualTo(ScannerStatus.FAILED);
            assertThat(run.reason()).contains("has nothing yet", "gatehouse vulndb update");
        });
        var dead = SharedServer.of("jdbc:postgresql://localhost:1/vulndb", Map.of());
        var result = new ScaScanner(
                        home,
                        new DatabasePlace(folder, dead),
                        KnownResults.NONE,
                        FileDigests.forgetful(NOW),
                        Duration.ofMinutes(2),
                        NOW)
                .scan(project(library("log4j-core-2.17.1.jar")), Progress.SILENT);
        assertThat(result.run().status()).isEqualTo(ScannerStatus.FAILED);
        assertThat(result.run().reason()).contains("jdbc:postgresql://localhost:1/vulndb cannot be reached");
    }

    @Test
    void aWrongPasswordIsToldWithoutShowingIt() {
        var wrong = new DatabasePlace(folder, server("nobody", "my-secret"));

        assertThatThrownBy(() -> wrong.open(DependencyCheck.of(home), NOW).choose())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("nobody")
                .satisfies(thrown -> assertThat(thrown.toString()).doesNotContain("my-secret"));
    }

    @Test
    void anAddressWithASecretIsRefused() {
        assertThatThrownBy(() -> SharedServer.of("jdbc:postgresql://db/vulndb?user=a&password=hunter2", Map.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("GATEHOUSE_VULNDB_PASSWORD")
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("hunter2"));
        assertThatThrownBy(() -> SharedServer.of("postgres://a:hunter2@db/vulndb", Map.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("jdbc:postgresql://host/name");
        assertThatThrownBy(() -> SharedServer.of("jdbc:postgresql://db/vulndb?currentSchema=x", Map.of()))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void thePasswordMayLieInAFile() throws IOException {
        var file = Files.writeString(folder.resolve("password"), "tell-nobody\n");
        var server = SharedServer.named(
                null,
                Map.of(
                        "GATEHOUSE_VULNDB",
                        "jdbc:postgresql://db/vulndb?sslmode=require",
                        "GATEHOUSE_VULNDB_PASSWORD_FILE",
                        file.toString()));

        assertThat(server).hasValueSatisfying(found -> {
            assertThat(found.password()).isEqualTo("tell-nobody");
            assertThat(found.address("x").url())
                    .isEqualTo("jdbc:postgresql://db/vulndb?sslmode=require&currentSchema=x");
            assertThat(found.toString()).isEqualTo("jdbc:postgresql://db/vulndb");
        });
    }
}
