package dev.gatehouse.findings.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportSamples;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class HtmlFormatTest {
    private static final String ROW = "class=\"row\"";

    // a browser that is ending may still write into its profile
    @TempDir(cleanup = CleanupMode.NEVER)
    Path folder;

    @Test
    void showsTheVerdictAndEveryFindingThatCounts() throws Exception {
        var document = document(ReportSamples.realistic(), "");

        assertThat(document).contains("data-ready=\"yes\"", "Failed", "scanners-complete", "OWASP Top 10:2025");
        assertThat(app(document)).contains("7 of 9 findings");
        assertThat(count(app(document), ROW)).isEqualTo(7);
    }

    @Test
    void whatTriageDoesNotBelieveIsFoldedAndTheReasonIsBesideIt() throws Exception {
        var report = ReportSamples.triaged();
        var folded = app(document(report, ""));

        assertThat(folded).contains("5 of 9 findings", "1 finding that triage holds for unlikely");
        assertThat(count(folded, ROW)).isEqualTo(5);

        var shown = app(document(report, "#triage=unlikely"));
        assertThat(shown).contains("1 of 9 findings");
        assertThat(count(shown, ROW)).isEqualTo(1);

        assertThat(app(document(report, "#finding-" + "3".repeat(40))))
                .contains("made of constants", "Before", "After");
    }

    @Test
    void theAttackSurfaceIsAPageOfItsOwn() throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        new SurfaceFormat().write(ReportSamples.triaged(), out);

        assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("1 place where something comes in", "default-src 'none'")
                .doesNotContain("<script");
        out.reset();
        new SurfaceFormat().write(ReportSamples.hostile(), out);
        assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("<script", "\u202E", "\u001b");
    }

    @Test
    void filterAndSearchAreInTheAddress() throws Exception {
        var document = app(document(ReportSamples.realistic(), "#severity=high&q=statement+product"));

        assertThat(count(document, ROW)).isEqualTo(1);
        assertThat(document)
                .contains("1 of 9 findings", "ProductSearch.java:42")
                .doesNotContain("Vault.java:28<");
    }

    @Test
    void aLinkToAFindingOpensIt() throws Exception {
        var document = app(document(ReportSamples.realistic(), "#finding-" + "3".repeat(40)));

        assertThat(count(document, "aria-expanded=\"true\"")).isEqualTo(1);
        assertThat(document).contains("How to fix", "PreparedStatement", "class=\"hit\"");
    }

    @Test
    void whatRunningItConfirmedIsMarkedAndLinked() throws Exception {
        var confirmed = app(document(ReportSamples.realistic(), "#state=proven&triage=all"));
        assertThat(confirmed).contains("1 of 9 findings", ">proven</span>", "1 confirmed by running it");

        var opened = app(document(ReportSamples.realistic(), "#finding-" + "3".repeat(40)));
        assertThat(opened)
                .contains("Confirmed by running it", "href=\"#finding-" + "8".repeat(40), "in shop.Routes the class");

        var proof = app(document(ReportSamples.realistic(), "#finding-" + "8".repeat(40)));
        assertThat(proof).contains(">confirms<", "href=\"#finding-" + "3".repeat(40));
    }

    @Test
    void hostileTextsAreShownAndDoNothing() throws Exception {
        var document = app(document(ReportSamples.hostile(), "#finding-" + "3".repeat(40)));

        assertThat(document)
                .contains("&lt;script&gt;window.hacked=1&lt;/script&gt;", "U+202E", "U+001B", "U+D800")
                .doesNotContain("<script>window", "href=\"javascript:", "\u202E", "\u001b", "\u0000");
    }

    @Test
    void noTextLeavesItsPlaceInTheFile() throws Exception {
        var page = Files.readString(page(ReportSamples.hostile()));

        assertThat(count(page, "<script"))
                .as("the data and the script, nothing else")
                .isEqualTo(2);
        assertThat(count(page, "</script")).isEqualTo(2);
        assertThat(page).doesNotContain("<!--", "\u202E", "\u001b").contains("default-src 'none'");
        assertThat(page).doesNotContainPattern("(src|href)=[\"']?https?:");
    }

    @Test
    void tenThousandFindingsAreUsable() throws Exception {
        var page = page(ReportSamples.large(10_000));
        var document = app(new Browser(folder).document(page, "#q=vault"));

        assertThat(Files.size(page)).isLessThan(20_000_000);
        assertThat(document).contains(" of 10,000 findings", "Show more");
        assertThat(count(document, ROW))
                .as("rows are made as they are looked at")
                .isBetween(60, 300);
    }

    private String document(Report report, String hash) throws IOException, InterruptedException {
        return new Browser(folder).document(page(report), hash);
    }

    private Path page(Report report) throws IOException {
        var page = folder.resolve("report.html");
        try (OutputStream out = Files.newOutputStream(page)) {
            new HtmlFormat().write(report, out);
        }
        return page;
    }

    /** What the script made, without the embedded data and the script. */
    private static String app(String document) {
        return document.substring(
                document.indexOf("id=\"app\""), document.indexOf("<script type=\"application/json\""));
    }

    private static int count(String text, String part) {
        return (int)
                Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }
}
