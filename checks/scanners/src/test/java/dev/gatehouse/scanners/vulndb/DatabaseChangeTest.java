package dev.gatehouse.scanners.vulndb;

import static dev.gatehouse.scanners.sca.RealEngine.library;
import static dev.gatehouse.scanners.sca.RealEngine.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.cache.FileDigests;
import dev.gatehouse.scanners.engine.EngineHome;
import dev.gatehouse.scanners.sca.KnownResults;
import dev.gatehouse.scanners.sca.RealEngine;
import dev.gatehouse.scanners.sca.ScaScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases of small feeds, made and asked by the real engine. */
class DatabaseChangeTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final Clock LATER = Clock.offset(NOW, Duration.ofHours(1));

    @TempDir
    Path folder;

    private EngineHome home = new EngineHome(Path.of(""), Path.of(""), Path.of(""));
    private Path root = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        home = RealEngine.home(folder);
        root = folder.resolve("vulndb");
    }

    private DatabaseChange change(Clock clock) throws IOException {
        return new DatabaseChange(DependencyCheck.of(home), root, clock);
    }

    private List<String> scan() {
        return new ScaScanner(
                        home,
                        DatabasePlace.in(root),
                        KnownResults.NONE,
                        FileDigests.forgetful(NOW),
                        Duration.ofMinutes(2),
                        NOW)
                .scan(project(library("log4j-core-2.17.1.jar")), Progress.SILENT).findings().stream()
                        .map(Finding::rule)
                        .toList();
    }

    private FeedDirectory feed(String name, String... records) throws IOException {
        var directory = folder.resolve(name);
        Feeds.file(directory, "nvdcve-2.0-2026.json.gz", records);
        return new FeedDirectory(directory);
    }

    @Test
    void anUpdateAddsAndTheOldDatabaseStaysUntilNobodyUsesIt() throws Exception {
        var first = change(NOW).adopt(feed("one", Feeds.record("CVE-2026-0001", "apache:log4j")), Progress.SILENT);
        assertThat(scan()).containsExactly("CVE-2026-0001");
        var databases = new LocalDatabases(DependencyCheck.of(home), root, NOW);
        try (var lease = databases.lease(databases.choose(), Progress.SILENT)) {
            var second = change(NOW)
                    .adopt(
                            feed(
                                    "two",
                                    Feeds.record("CVE-2026-0001", "apache:log4j"),
                                    Feeds.record("CVE-2026-0002", "apache:log4j")),
                            Progress.SILENT);
            assertThat(second.digest()).isNotEqualTo(first.digest());
            assertThat(second.records()).isEqualTo(2);
            assertThat(scan()).containsExactly("CVE-2026-0001", "CVE-2026-0002");
            change(LATER).adopt(new FeedDirectory(folder.resolve("two")), Progress.SILENT);
            assertThat(root.resolve("databases").resolve(first.digest())).isDirectory();
            assertThat(change(LATER).inUse(first.digest())).isTrue();
            assertThat(lease.info().digest()).isEqualTo(first.digest());
        }
        change(LATER).adopt(new FeedDirectory(folder.resolve("two")), Progress.SILENT);
        assertThat(root.resolve("databases").resolve(first.digest())).doesNotExist();
    }

    @Test
    void aFeedThatIsCutShortChangesNothing() throws IOException {
        change(NOW).adopt(feed("one", Feeds.record("CVE-2026-0001", "apache:log4j")), Progress.SILENT);
        feed("two", Feeds.record("CVE-2026-0002", "apache:log4j"));
        var file = folder.resolve("two/nvdcve-2.0-2026.json.gz");
        var bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 30));

        assertThatThrownBy(() -> change(NOW).adopt(new FeedDirectory(folder.resolve("two")), Progress.SILENT))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("nvdcve-2.0-2026.json.gz cannot be read");
        assertThat(scan()).containsExactly("CVE-2026-0001");
    }

    @Test
    void aDamagedDatabaseIsToldAndMadeAnew() throws Exception {
        var info = change(NOW).adopt(feed("one", Feeds.record("CVE-2026-0001", "apache:log4j")), Progress.SILENT);
        var file = root.resolve("databases").resolve(info.digest()).resolve(DatabaseInfo.DATABASE);
        var bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 0, bytes.length, (byte) 'x');
        Files.write(file, bytes);
        var databases = new LocalDatabases(DependencyCheck.of(home), root, NOW);

        assertThat(databases.check(info, Progress.SILENT))
                .anyMatch(sentence -> sentence.contains("odc.mv.db was changed"));
        var result = new ScaScanner(
                        home,
                        DatabasePlace.in(root),
                        KnownResults.NONE,
                        FileDigests.forgetful(LATER),
                        Duration.ofMinutes(2),
                        LATER)
                .scan(project(library("log4j-core-2.17.1.jar")), Progress.SILENT);
        assertThat(result.findings()).extracting(Finding::rule).containsExactly("CVE-2026-0001");
        assertThat(result.run().databaseNote()).contains("was damaged and was made anew");
        assertThat(databases.check(
                        DatabaseInfo.read(root.resolve("databases").resolve(info.digest())), Progress.SILENT))
                .isEmpty();
    }

    @Test
    void whatAKilledBuildLeftIsSweptAwayAndStopsNobody() throws IOException {
        var staging = Files.createDirectories(root.resolve("staging"));
        Files.createDirectories(staging.resolve("999999-1/feed"));
        Files.writeString(staging.resolve("999999-1/odc.mv.db"), "half");
        Files.createFile(staging.resolve("999999-1.lock"));
        Files.createFile(root.resolve("build.lock"));

        change(NOW).adopt(feed("one", Feeds.record("CVE-2026-0001", "apache:log4j")), Progress.SILENT);

        assertThat(staging).isEmptyDirectory();
        assertThat(scan()).containsExactly("CVE-2026-0001");
    }

    @Test
    void anArchiveCarriesADatabaseToAnotherMachine() throws Exception {
        change(NOW).adopt(feed("one", Feeds.record("CVE-2026-0001", "apache:log4j")), Progress.SILENT);
        var databases = new LocalDatabases(DependencyCheck.of(home), root, NOW);
        var archive = folder.resolve("carry.zip");
        databases.export(databases.choose(), archive);
        root = folder.resolve("elsewhere");

        var info = change(NOW).adopt(new FeedArchive(archive), Progress.SILENT);

        assertThat(info.name()).isEqualTo("directory one");
        assertThat(scan()).containsExactly("CVE-2026-0001");
    }
}
