package dev.gatehouse.cli.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.scan.Installed;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.json.ReportFile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code gatehouse scan} reports of the samples' code and libraries, with the embedded database. */
class SamplesIT {
    private static final Path SAMPLES = Path.of(System.getProperty("gatehouse.checkout"), "samples");

    @TempDir
    Path folder;

    @Test
    void theShopIsAsExpected() throws Exception {
        var report = scan("vulnerable-shop", 1);

        var expected = Expectations.read(SAMPLES.resolve("vulnerable-shop/expectations.yml"));
        assertThat(Mismatches.between(expected, ScannerKind.SAST, report.findings()))
                .isEmpty();
        assertThat(Mismatches.between(expected, ScannerKind.SCA, report.findings()))
                .isEmpty();
    }

    @Test
    void theHealthyServicePassesItsStrictPolicy() throws Exception {
        var report = scan("healthy-service", 0);

        assertThat(report.findings())
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .isEmpty();
        assertThat(report.components()).isNotEmpty();
        assertThat(report.project().modules()).allMatch(module -> module.classes() > 0);
        assertThat(report.policy().source()).endsWith(".gatehouse.yml");
    }

    private Report scan(String sample, int exit) throws Exception {
        var out = folder.resolve("out");
        var ended = Installed.prepared(folder)
                .with(Map.of("MAVEN_OPTS", "-Dmaven.repo.local=" + System.getProperty("gatehouse.repository")))
                .run(
                        "scan",
                        SAMPLES.resolve(sample).toString(),
                        "--only",
                        "sast,sca",
                        "--offline",
                        "--quiet",
                        "--out",
                        out.toString());
        assertThat(ended.exit()).as(ended.err()).isEqualTo(exit);
        var report = ReportFile.read(out.resolve("report.json"));
        assertThat(report.problems()).isEmpty();
        assertThat(report.scanners())
                .filteredOn(run -> run.id() != ScannerKind.DAST)
                .hasSize(2)
                .allSatisfy(run -> {
                    assertThat(run.status()).as(run.reason()).isEqualTo(ScannerStatus.COMPLETED);
                    assertThat(run.problems()).isEmpty();
                });
        return report;
    }
}
