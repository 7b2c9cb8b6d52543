package dev.gatehouse.findings.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportSamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MarkdownFormatTest {

    @Test
    void saysWhatWasDecidedAndWhy() throws IOException {
        assertThat(page(ReportSamples.realistic()))
                .startsWith("## Gatehouse: failed (vulnerable\\-shop)")
                .contains("| scanners\\-complete | **broken** |")
                .contains("7 findings count: 2 critical, 3 high, 1 medium, 0 low, 1 info.")
                .contains("### OWASP Top 10:2025");
    }

    @Test
    void hostileTextsStayTextInOneCell() throws IOException {
        var page = page(ReportSamples.hostile());

        assertThat(page).doesNotContain("<script", "</script", "](javascript", "@all", "\u202E", "\u001b");
        assertThat(page.lines().filter(line -> line.startsWith("|")))
                .allMatch(line -> line.endsWith("|"))
                .hasSameSizeAs(page(ReportSamples.realistic())
                        .lines()
                        .filter(line -> line.startsWith("|"))
                        .toList());
    }

    @Test
    void tenThousandFindingsFitIntoAComment() throws IOException {
        assertThat(page(ReportSamples.large(10_000))).hasSizeLessThan(65_536).contains("more");
    }

    private static String page(Report report) throws IOException {
        var out = new ByteArrayOutputStream();
        new MarkdownFormat().write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void namesAndNumbersAreNoMentionsOrReferencesEvenAfterEscapesAreGone() {
        var shown = Md.text("@all, see #1, GH-2 and octo/shop#3: a@example.org")
                .replace("\\", "")
                .replace("&#58;", ":");

        assertThat(shown)
                .isEqualTo("@&#8203;all, see #&#8203;1, GH-&#8203;2 and octo/shop#&#8203;3: a@&#8203;example.org");
    }
}
