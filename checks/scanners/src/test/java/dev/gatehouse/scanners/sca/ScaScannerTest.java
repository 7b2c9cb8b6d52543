package dev.gatehouse.scanners.sca;

import static dev.gatehouse.scanners.sca.RealEngine.component;
import static dev.gatehouse.scanners.sca.RealEngine.library;
import static dev.gatehouse.scanners.sca.RealEngine.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatehouse.findings.model.Cvss;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.Scanner;
import dev.gatehouse.scanners.cache.FileDigests;
import dev.gatehouse.scanners.vulndb.DatabasePlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real libraries, the real engine and the embedded database. */
class ScaScannerTest {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Scanner.Result real;

    @BeforeAll
    static void scanRealLibraries() throws IOException {
        real = scanner(KnownResults.NONE)
                .scan(
                        project(
                                library("log4j-core-2.14.1.jar"),
                                library("log4j-core-2.17.1.jar"),
                                library("commons-collections-3.2.1.jar"),
                                library("commons-collections-3.2.2.jar"),
                                library("struts2-core-2.3.20.jar"),
                                library("jackson-databind-2.9.8.jar"),
                                library("jackson-databind-2.23.0.jar"),
                                library("spring-core-5.3.17.jar"),
                                library("spring-core-5.3.39.jar"),
                                library("snakeyaml-1.30.jar"),
                                library("postgresql-42.2.24.jar")),
                        Progress.SILENT);
    }

    private static ScaScanner scanner(KnownResults known) throws IOException {
        return new ScaScanner(
                RealEngine.home(shared),
                DatabasePlace.in(shared.resolve("vulndb")),
                known,
                FileDigests.forgetful(Clock.systemUTC()),
                LIMIT,
                Clock.systemUTC());
    }

    private static List<String> of(Scanner.Result result, String display) {
        return result.findings().stream()
                .filter(finding ->
                        ((Location.Dependency) finding.location()).file().equals(display))
                .map(Finding::rule)
                .sorted()
                .toList();
    }

    private static Finding finding(Scanner.Result result, String display, String cve) {
        return result.findings().stream()
                .filter(finding -> finding.rule().equals(cve)
                        && ((Location.Dependency) finding.location()).file().equals(display))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void vulnerableLibrariesAreFoundAndFixedOnesAreNot() {
        assertThat(real.run().status()).as(real.run().reason()).isEqualTo(ScannerStatus.COMPLETED);
        assertThat(of(real, "log4j-core-2.14.1.jar"))
                .containsExactly("CVE-2021-44228", "CVE-2021-44832", "CVE-2021-45046", "CVE-2021-45105");
        assertThat(of(real, "log4j-core-2.17.1.jar")).isEmpty();
        assertThat(of(real, "commons-collections-3.2.1.jar")).containsExactly("CVE-2015-6420", "CVE-2017-15708");
        assertThat(of(real, "commons-collections-3.2.2.jar")).isEmpty();
        assertThat(of(real, "struts2-core-2.3.20.jar")).contains("CVE-2017-5638", "CVE-2018-11776", "CVE-2016-3081");
        assertThat(of(real, "jackson-databind-2.9.8.jar")).contains("CVE-2019-12086", "CVE-2020-36518");
        assertThat(of(real, "jackson-databind-2.23.0.jar")).isEmpty();
        assertThat(of(real, "spring-core-5.3.17.jar")).contains("CVE-2022-22965", "CVE-2022-22968");
        assertThat(of(real, "spring-core-5.3.39.jar")).isEmpty();
        assertThat(of(real, "snakeyaml-1.30.jar")).contains("CVE-2022-1471", "CVE-2022-25857");
        assertThat(of(real, "postgresql-42.2.24.jar")).contains("CVE-2022-21724");
    }

    @Test
    void aFindingSaysWhatItKnowsAndHowToFixIt() {
        var finding = finding(real, "log4j-core-2.14.1.jar", "CVE-2021-44228");

        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.cvss()).isEqualTo(new Cvss("3.1", 10.0, "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H"));
        assertThat(finding.cwe()).contains(502, 917);
        assertThat(finding.remediation()).isEqualTo("Upgrade log4j-core to 2.15.0 or newer.");
        assertThat(finding.evidence().facts())
                .containsEntry("fixed version", "2.15.0")
                .containsEntry("published", "2021-12-10");
        assertThat(finding.evidence().facts().get("affected versions")).contains(">=2.13.0 <2.15.0");
        assertThat(finding.evidence().references()).contains("https://nvd.nist.gov/vuln/detail/CVE-2021-44228");
        assertThat(finding.description()).contains("published 2021-12-10").doesNotContain("embedded data");
        assertThat(((Location.Dependency) finding.location()).purl())
                .isEqualTo("pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1");
    }

    @Test
    void everyLibraryIsAComponentWithDigestsAndLicence() {
        assertThat(real.components()).hasSize(11);
        var log4j = real.components().get(0);
        assertThat(log4j.name()).isEqualTo("log4j-core");
        assertThat(log4j.version()).isEqualTo("2.14.1");
        assertThat(log4j.sha256()).hasSize(64);
        assertThat(log4j.licenses()).anySatisfy(license -> assertThat(license).contains("LICENSE-2.0"));
    }

    @Test
    void theRunSaysHowOldTheDatabaseIsAndWhatItLacks() {
        assertThat(real.run().databaseDate()).isEqualTo("2025-06-16");
        assertThat(real.run().databaseName()).isEqualTo("embedded");
        assertThat(real.run().databaseNote()).contains("2019, 2020, 2023 and 2024");
    }

    @Test
    void componentsWithoutAFileAreLookedUpByTheirPackageUrl() throws IOException {
        var result = scanner(KnownResults.NONE)
                .scan(
                        project(
                                component("pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1"),
                                component("pkg:maven/org.apache.logging.log4j/log4j-core@2.17.1"),
                                component("pkg:maven/commons-collections/commons-collections@3.2.1"),
                                component("pkg:maven/org.springframework/spring-core@5.3.17"),
                                component("pkg:maven/org.postgresql/postgresql@42.2.24"),
                                component("pkg:maven/no-version/at-all")),
                        Progress.SILENT);

        assertThat(of(result, "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1"))
                .contains("CVE-2021-44228");
        assertThat(of(result, "pkg:maven/org.apache.logging.log4j/log4j-core@2.17.1"))
                .isEmpty();
        assertThat(of(result, "pkg:maven/commons-collections/commons-collections@3.2.1"))
                .containsExactly("CVE-2015-6420", "CVE-2017-15708");
        assertThat(of(result, "pkg:maven/org.springframework/spring-core@5.3.17"))
                .contains("CVE-2022-22965");
        assertThat(of(result, "pkg:maven/org.postgresql/postgresql@42.2.24")).contains("CVE-2022-21724");
        assertThat(result.run().status()).isEqualTo(ScannerStatus.PARTIAL);
        assertThat(result.run().problems())
                .extracting(Problem::kind, Problem::place)
                .containsExactly(tuple("unidentified-component", "pkg:maven/no-version/at-all"));
    }

    @Test
    void brokenJarsAreProblemsAndHurtNobodyElse() throws IOException {
        var whole = Files.readAllBytes(RealEngine.jar("commons-collections-3.2.1.jar"));
        var truncated = Files.write(folder.resolve("truncated.jar"), Arrays.copyOf(whole, 50_000));
        var text = Files.writeString(folder.resolve("text.jar"), "no jar at all");
        var bomb = folder.resolve("bomb.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("META-INF/maven/a/b/pom.xml"));
            var zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 64; megabyte++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        var evil = folder.resolve("evil.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(evil))) {
            zip.putNextEntry(new ZipEntry("../../../../META-INF/maven/a/b/pom.xml"));
            zip.write("<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><project>&x;</project>"
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }

        var result = scanner(KnownResults.NONE)
                .scan(
                        project(
                                library(truncated, "lib/truncated.jar", null),
                                library(text, "lib/text.jar", null),
                                library(bomb, "lib/bomb.jar", null),
                                library(evil, "lib/<script>\n\u202e'\".jar", null),
                                library(folder.resolve("absent.jar"), "lib/absent.jar", null),
                                library("log4j-core-2.14.1.jar")),
                        Progress.SILENT);

        assertThat(of(result, "log4j-core-2.14.1.jar")).contains("CVE-2021-44228");
        assertThat(result.run().status()).isEqualTo(ScannerStatus.PARTIAL);
        assertThat(result.run().problems())
                .extracting(Problem::kind, Problem::place)
                .contains(
                        tuple("unreadable-archive", "lib/truncated.jar"),
                        tuple("unreadable-archive", "lib/text.jar"),
                        tuple("zip-bomb", "lib/bomb.jar"),
                        tuple("unreadable-file", "lib/absent.jar"));
    }

    @Test
    void whatIsKnownIsNotLookedUpAgainAndNoEngineIsStarted() throws IOException {
        Map<String, byte[]> kept = new ConcurrentHashMap<>();
        var known = new KnownResults() {
            @Override
            public Optional<byte[]> get(String key) {
                return Optional.ofNullable(kept.get(key));
            }

            @Override
            public void put(String key, byte[] result) {
                kept.put(key, result);
            }
        };
        var first = scanner(known).scan(project(library("log4j-core-2.14.1.jar")), Progress.SILENT);
        var started = new ArrayList<String>();
        var second = scanner(known)
                .scan(project(library("log4j-core-2.14.1.jar")), (task, doing, done, total) -> started.add(doing));

        assertThat(second.findings()).isEqualTo(first.findings()).isNotEmpty();
        assertThat(second.components()).isEqualTo(first.components());
        assertThat(second.run().counts()).containsEntry("cached", 1L);
        assertThat(started)
                .containsExactly("reading log4j-core-2.14.1.jar", "looking for uses of vulnerable libraries");
    }
}
