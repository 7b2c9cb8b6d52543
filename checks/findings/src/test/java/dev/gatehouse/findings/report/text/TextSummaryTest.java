package dev.gatehouse.findings.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.report.ReportSamples;
import org.junit.jupiter.api.Test;

class TextSummaryTest {

    @Test
    void saysWhatAPersonWantsToKnow() {
        assertThat(new TextSummary(100, false).of(ReportSamples.realistic(), "out/report.html"))
                .contains("FAILED  vulnerable-shop")
                .contains("FAIL  scanners-complete: sca is partial")
                .contains("critical new          CVE-2021-44228 in log4j-core-2.14.1")
                .contains("OWASP Top 10:2025")
                .contains("Confirmed by running it")
                .contains("ProductSearch.java:42, by GET /search (q)")
                .contains("dast  timed-out")
                .contains("Report  out/report.html");
    }

    @Test
    void whatTriageDoesNotBelieveIsCountedApart() {
        assertThat(new TextSummary(100, false).of(ReportSamples.triaged(), "out/report.html"))
                .contains("5 findings count", "2 set aside by triage: 1 unlikely, 1 informational");
    }

    @Test
    void noLineIsWiderThanTheTerminal() {
        for (int width : new int[] {60, 72, 80, 120}) {
            assertThat(new TextSummary(width, false)
                            .of(ReportSamples.realistic(), "r.html")
                            .lines())
                    .allMatch(line -> line.length() <= width);
        }
    }

    @Test
    void withoutColoursThereIsNoEscape() {
        assertThat(new TextSummary(80, false).of(ReportSamples.hostile(), ReportSamples.HOSTILE))
                .doesNotContain("\u001b", "\u009b", "\u202E", "\u0007", "\r")
                .contains("[U+202E]");
    }

    @Test
    void withColoursOnlyOurOwnEscapesAreThere() {
        var text = new TextSummary(80, true).of(ReportSamples.hostile(), "r.html");

        assertThat(text).contains("\u001b[");
        assertThat(text.replaceAll("\u001b\\[[0-9;]*m", "")).doesNotContain("\u001b", "\u009b", "\u202E");
    }
}
