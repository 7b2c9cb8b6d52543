package dev.gatehouse.findings.report.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportSamples;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.cyclonedx.Version;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.vulnerability.Vulnerability;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BomFormatTest {

    static Stream<Report> reports() {
        return Stream.of(ReportSamples.realistic(), ReportSamples.hostile(), ReportSamples.clean());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isValidCycloneDx(Report report) throws Exception {
        assertThat(new JsonParser().validate(bytes(report), Version.VERSION_16)).isEmpty();
    }

    @Test
    void whatIsNoBomIsNotValid() throws Exception {
        var text = new String(bytes(ReportSamples.clean()), StandardCharsets.UTF_8);
        var broken = text.replace("\"application\"", "\"machine\"").getBytes(StandardCharsets.UTF_8);

        assertThat(new JsonParser().validate(broken, Version.VERSION_16)).isNotEmpty();
    }

    @Test
    void componentsAndTheirGraphAreThere() throws Exception {
        var bom = parse(ReportSamples.realistic());

        assertThat(bom.getComponents()).hasSize(5);
        assertThat(bom.getDependencies()).hasSize(6);
        assertThat(bom.getDependencies().get(0).getDependencies())
                .as("direct ones")
                .hasSize(3);
        assertThat(bom.getDependencies().get(1).getDependencies())
                .as("an edge to a library that is not there is left out")
                .hasSize(1);
    }

    @Test
    void vulnerabilitiesSayWhatTheyAffectAndWhatWasDecided() throws Exception {
        var vulnerabilities = parse(ReportSamples.realistic()).getVulnerabilities();

        assertThat(vulnerabilities)
                .extracting(Vulnerability::getId)
                .containsExactly("CVE-2021-44228", "CVE-2017-5638", "CVE-2016-1000031", "CVE-2021-45105");
        assertThat(vulnerabilities.get(0).getAnalysis()).isNull();
        assertThat(vulnerabilities.get(0).getRatings().get(0).getScore()).isEqualTo(10.0);
        assertThat(vulnerabilities.get(2).getAnalysis().getState()).isEqualTo(Vulnerability.Analysis.State.EXPLOITABLE);
        assertThat(vulnerabilities.get(3).getAnalysis().getJustification())
                .isEqualTo(Vulnerability.Analysis.Justification.CODE_NOT_REACHABLE);
    }

    @Test
    void theSameScanGivesTheSameFile() throws Exception {
        assertThat(bytes(ReportSamples.realistic())).isEqualTo(bytes(ReportSamples.realistic()));
    }

    private static Bom parse(Report report) throws Exception {
        return new JsonParser().parse(bytes(report));
    }

    private static byte[] bytes(Report report) throws Exception {
        var out = new ByteArrayOutputStream();
        new BomFormat().write(report, out);
        return out.toByteArray();
    }
}
