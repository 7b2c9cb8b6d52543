package dev.gatehouse.findings.report.junit;

import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * JUnit's XML as Surefire writes it: a suite for the gate's rules, one for the scanners, one for the findings that
 * count. A test fails only where the gate does, so that a build tool's own judgement is the gate's.
 */
public final class JUnitFormat implements ReportFormat {

    @Override
    public String fileName() {
        return "junit.xml";
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        var suites = List.of(
                new Suite("gatehouse.gate", TestCases.ofRules(report)),
                new Suite("gatehouse.scanners", TestCases.ofScanners(report)),
                new Suite("gatehouse.findings", TestCases.ofFindings(report)));
        var xml = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        xml.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.write("<testsuites name=\"Gatehouse: %s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\">\n"
                .formatted(
                        XmlText.attribute(report.project().name()),
                        suites.stream().mapToLong(suite -> suite.cases().size()).sum(),
                        total(suites, TestCase.Result.FAILURE),
                        total(suites, TestCase.Result.ERROR),
                        total(suites, TestCase.Result.SKIPPED)));
        for (var suite : suites) {
            suite.write(xml, report.created());
        }
        xml.write("</testsuites>\n");
        xml.flush();
    }

    private static long total(List<Suite> suites, TestCase.Result result) {
        return suites.stream().mapToLong(suite -> suite.count(result)).sum();
    }
}
