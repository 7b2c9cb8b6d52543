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
        page.append(" review. <a href=\"report.html\">To the report</a></p>\n");
        kinds.forEach((kind, found) -> {
            page.append("<h2>%s <small>%d</small></h2>\n".formatted(Html.text(kind), found.size()));
            page.append("<p>%s</p>\n".formatted(Html.text(found.get(0).description())));
            page.append(
                    "<div class=\"card\"><table class=\"matrix\"><thead><tr><th scope=\"col\">Place</th><th scope=\"col\">Class</th><th scope=\"col\">Method</th></tr></thead><tbody>\n");
            found.forEach(finding -> page.append(row(finding)));
            page.append("</tbody></table></div>\n");
        });
    }

    private static String row(Finding finding) {
        var place = Html.text(finding.location().display());
        if (!(finding.location() instanceof Location.Code code)) {
            return "<tr><td><code>%s</code></td><td></td><td></td></tr>\n".formatted(place);
        }
        var method = code.method() == null ? "" : code.method();
        int parameters = method.indexOf('(');
        return "<tr><td><code>%s</code></td><td><code>%s</code></td><td><code>%s</code></td></tr>\n"
                .formatted(
                        place,
                        Html.text(code.className()),
                        Html.text(parameters < 0 ? method : method.substring(0, parameters)));
    }
}
