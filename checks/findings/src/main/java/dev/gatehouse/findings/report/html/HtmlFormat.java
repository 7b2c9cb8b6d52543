package dev.gatehouse.findings.report.html;

import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportFormat;
import dev.gatehouse.findings.text.VisibleText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One page with everything in it. The report is embedded as JSON, and the page's script puts texts into the document as
 * text nodes only. A content security policy names the digests of the one script and the one style sheet, so that
 * nothing else could run even if a text became markup.
 */
public final class HtmlFormat implements ReportFormat {

    @Override
    public String fileName() {
        return "report.html";
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        var style = PagePart.load("page.css");
        var script = PagePart.load("page.js");
        var title = "%s: %s - Gatehouse"
                .formatted(report.verdict().status().label(), report.project().name());
        out.write(PageHead.of(title, style, script).getBytes(StandardCharsets.UTF_8));
        out.write(withoutScript(report).getBytes(StandardCharsets.UTF_8));
        out.write("<div id=\"app\"></div>\n<script type=\"application/json\" id=\"data\">"
                .getBytes(StandardCharsets.UTF_8));
        PageData.write(report, out);
        out.write("</script>\n<script>".getBytes(StandardCharsets.UTF_8));
        script.writeTo(out);
        out.write("</script>\n</body>\n</html>\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Where scripts are off, such as in mail, the verdict can still be read. */
    private static String withoutScript(Report report) {
        var text = new StringBuilder("<noscript><h1>%s: %s</h1><ul>"
                .formatted(
                        report.verdict().status().label(),
                        Html.text(report.project().name())));
        report.verdict()
                .rules()
                .forEach(rule -> text.append("<li>%s %s: %s</li>"
                        .formatted(
                                rule.passed() ? "passed" : "broken",
                                Html.text(rule.rule()),
                                Html.text(VisibleText.line(rule.reason())))));
        return text.append(
                        "</ul><p>%d findings. This page lists them with JavaScript; summary.md does without.</p></noscript>\n"
                                .formatted(report.findings().size()))
                .toString();
    }
}
