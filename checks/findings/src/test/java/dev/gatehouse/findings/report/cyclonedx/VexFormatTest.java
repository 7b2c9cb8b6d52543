package dev.gatehouse.findings.report.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportSamples;
import java.io.ByteArrayOutputStream;
import org.cyclonedx.Version;
import org.cyclonedx.model.vulnerability.Vulnerability;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VexFormatTest {

    @ParameterizedTest
    @MethodSource("dev.gatehouse.findings.report.cyclonedx.BomFormatTest#reports")
    void isValidCycloneDx(Report report) throws Exception {
        assertThat(new JsonParser().validate(bytes(report), Version.VERSION_16)).isEmpty();
    }

    @Test
    void onlyWhatWasDecidedIsThereAndAllOfIt() throws Exception {
        var report = ReportSamples.realistic();
        var vulnerabilities = new JsonParser().parse(bytes(report)).getVulnerabilities();

        assertThat(vulnerabilities)
                .isNotEmpty()
                .allSatisfy(
                        vulnerability -> assertThat(vulnerability.getAnalysis()).isNotNull());
        assertThat(vulnerabilities.stream()
                        .map(Vulnerability::getProperties)
                        .mapToInt(properties -> properties.size())
                        .sum())
                .isEqualTo((int) report.findings().stream()
                        .filter(finding -> finding.acceptance() != null)
                        .count());
    }

    private static byte[] bytes(Report report) throws Exception {
        var out = new ByteArrayOutputStream();
        new VexFormat().write(report, out);
        return out.toByteArray();
    }
}
