package dev.gatehouse.jenkins.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.thoughtworks.xstream.XStream;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.jenkins.result.ScanFolder;
import dev.gatehouse.jenkins.result.ScanSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What version 0.1 stored is opened by this one. The files beside this test were written by 0.1 and never change; a
 * version that stores more adds files of its own.
 */
final class StoredScansTest {
    private static final Path STORED = Path.of("src/test/resources/dev/gatehouse/jenkins/stored-0.1");

    @Test
    void theRecordOfABuildIsRead() throws Exception {
        BuildScans scans = (BuildScans) xstream().fromXML(Files.readString(STORED.resolve("action.xml")));

        assertThat(scans.getScans()).singleElement().satisfies(scan -> {
            assertThat(scan.getId()).isEqualTo("scan");
            assertThat(scan.getVerdict()).isEqualTo("failed");
            assertThat(scan.getNewFindings()).isEqualTo(5);
            assertThat(scan.getCounts()).containsEntry("critical", 1).containsEntry("info", 1);
            assertThat(scan.getReasons()).containsExactly("new: there are new findings");
            assertThat(scan.getIncomplete()).isEmpty();
        });
    }

    @Test
    void theReportIsRead() {
        var report = ScanFolder.of(STORED, "scan").report();

        assertThat(report.findings()).hasSize(5).first().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(new FindingView(finding).getCategory()).isEqualTo("A05:2025 Injection");
        });
    }

    @Test
    void whatIsStoredNowHasTheFieldsOfThen() throws Exception {
        var now = xstream()
                .toXML(ScanSummary.of("scan", Findings.report(Findings.many(5))))
                // since then
                .replace("<asideFindings>0</asideFindings>", "");

        assertThat(Files.readString(STORED.resolve("action.xml")).replaceAll("\\s+", ""))
                .contains(now.replaceAll("\\s+", "").replaceAll("^<[^>]*>|</[^>]*>$", ""));
    }

    private static XStream xstream() {
        var xstream = new XStream();
        xstream.allowTypesByWildcard(new String[] {"dev.gatehouse.jenkins.**"});
        return xstream;
    }
}
