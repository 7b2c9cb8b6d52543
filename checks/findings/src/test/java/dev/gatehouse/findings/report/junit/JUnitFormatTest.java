package dev.gatehouse.findings.report.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportSamples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class JUnitFormatTest {

    @Test
    void rulesScannersAndCountingFindingsAreTestCases() throws Exception {
        var suites = parse(ReportSamples.realistic());

        assertThat(suites.getElementsByTagName("testcase").getLength()).isEqualTo(3 + 3 + 7);
        assertThat(suites.getAttribute("tests")).isEqualTo("13");
        assertThat(suites.getAttribute("failures"))
                .as("two rules and five findings")
                .isEqualTo("7");
        assertThat(suites.getElementsByTagName("failure").getLength()).isEqualTo(7);
        assertThat(suites.getElementsByTagName("error").getLength())
                .as("sca and dast")
                .isEqualTo(2);
        assertThat(suites.getElementsByTagName("skipped").getLength()).isEqualTo(2);
    }

    @Test
    void aPassedGateFailsNothing() throws Exception {
        var suites = parse(ReportSamples.clean());

        assertThat(suites.getAttribute("failures")).isEqualTo("0");
        assertThat(suites.getAttribute("errors")).isEqualTo("0");
    }

    @Test
    void hostileTextsStayText() throws Exception {
        var suites = parse(ReportSamples.hostile());

        assertThat(suites.getElementsByTagName("script").getLength()).isZero();
        assertThat(suites.getElementsByTagName("testcase").getLength()).isEqualTo(13);
        assertThat(((Element) suites.getElementsByTagName("failure").item(0)).getAttribute("message"))
                .contains("<script>window.hacked=1</script>", "[U+202E]", "[U+001B]", "[U+0000]", "[U+D800]");
    }

    private static Element parse(Report report) throws Exception {
        var out = new ByteArrayOutputStream();
        new JUnitFormat().write(report, out);
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()))
                .getDocumentElement();
    }
}
