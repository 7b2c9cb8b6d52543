package dev.gatehouse.findings.report.html;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The attack surface: every place where something comes in from outside, by kind. They are no weaknesses, and worth
 * reading in a review. A page of its own without any script.
 */
public final class SurfaceFormat implements ReportFormat {

    @Override
    public String fileName() {
        return "attack-surface.html";
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        var style = PagePart.load("page.css");
        var name = report.project().name();
        var page = new StringBuilder(PageHead.of("Attack surface: %s - Gatehouse".formatted(name), style));
        page.append("<div class=\"wrap\"><main>\n<h1>Attack surface of %s</h1>\n".formatted(Html.text(name)));
        body(kinds(report), page);
        page.append("</main></div>\n</body>\n</html>\n");
        out.write(page.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The places by what they are called. */
    private static Map<String, List<Finding>> kinds(Report report) {
        var kinds = new TreeMap<String, List<Finding>>();
        report.findings().stream()
                .filter(finding -> finding.tags().contains("informational"))
                .filter(finding -> Triage.levelOf(finding.triage()) == Triage.Level.INFORMATIONAL)
                .forEach(finding -> kinds.computeIfAbsent(finding.title(), key -> new ArrayList<>())
                        .add(finding));
        return kinds;
    }

    private static void body(Map<String, List<Finding>> kinds, StringBuilder page) {
        if (kinds.isEmpty()) {
            page.append("<p>The code scanner found no place where something comes in from outside.</p>\n");
            return;
        }
        int places = kinds.values().stream().mapToInt(List::size).sum();
        page.append(
                "<p>%d place%s where something comes in from outside: no weaknesses by themselves, and worth a look in a"
                        .formatted(places, places == 1 ? "" : "s"));
        page.append("""
             review. <a href="report.html">To the report</a></p>
            <nav class="sections" aria-label="Kinds">
            """);
        int number = 0;
        for (var kind : kinds.entrySet()) {
            page.append("<a href=\"#kind-%d\">%s <b>%d</b></a>\n"
                    .formatted(
                            ++number, Html.text(kind.getKey()), kind.getValue().size()));
        }
        page.append("</nav>\n");
        number = 0;
        for (var kind : kinds.entrySet()) {
            section(++number, kind.getKey(), kind.getValue(), page);
        }
    }

    private static void section(int number, String kind, List<Finding> found, StringBuilder page) {
        page.append("<section id=\"kind-%d\">\n<div class=\"bar-top\"><h2>%s</h2><span class=\"note\">%d</span></div>\n"
                .formatted(number, Html.text(kind), found.size()));
        page.append("<p>%s</p>\n".formatted(Html.text(found.get(0).description())));
        page.append("<div class=\"card\"><table class=\"matrix\"><thead><tr><th scope=\"col\">Class</th>"
                + "<th scope=\"col\">Where</th></tr></thead><tbody>\n");
        var places = new TreeMap<String, List<Finding>>();
        found.forEach(finding -> places.computeIfAbsent(holder(finding), key -> new ArrayList<>())
                .add(finding));
        places.forEach((holder, its) -> page.append("<tr><th scope=\"row\"><code>%s</code></th><td>%s</td></tr>\n"
                .formatted(
                        Html.text(holder),
                        its.stream().map(SurfaceFormat::place).distinct().collect(Collectors.joining("<br>")))));
        page.append("</tbody></table></div>\n</section>\n");
    }

    private static String holder(Finding finding) {
        return finding.location() instanceof Location.Code code
                ? code.className()
                : finding.location().display();
    }

    /** Method and line. */
    private static String place(Finding finding) {
        if (!(finding.location() instanceof Location.Code code)) {
            return "";
        }
        var method = code.method() == null ? "" : code.method();
        int parameters = method.indexOf('(');
        return "<code>%s</code>%s"
                .formatted(
                        Html.text(parameters < 0 ? method : method.substring(0, parameters)),
                        code.startLine() == 0 ? "" : ", line " + code.startLine());
    }
}
