package dev.gatehouse.findings.report.markdown;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.report.OwaspMatrix;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportFormat;
import dev.gatehouse.findings.report.Tally;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.stream.Collectors;

/** A short page for pull requests and job summaries; GitHub cuts comments at 65,536 characters, this stays far below. */
public final class MarkdownFormat implements ReportFormat {
    private static final int MOST_FINDINGS = 25;
    private static final int MOST_PROBLEMS = 10;
    private static final int LONGEST = 300;

    @Override
    public String fileName() {
        return "summary.md";
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        out.write(page(report).getBytes(StandardCharsets.UTF_8));
    }

    private static String page(Report report) {
        var page = new StringBuilder();
        page.append("## Gatehouse: %s (%s)\n\n"
                .formatted(
                        report.verdict().status().label(),
                        shown(report.project().name())));
        rules(report, page);
        numbers(report, page);
        findings(report, page);
        owasp(report, page);
        scanners(report, page);
        page.append("\nAll of it, with how to fix each finding, is in `report.html`.\n");
        return page.toString();
    }

    private static void rules(Report report, StringBuilder page) {
        page.append("| rule | outcome | reason |\n|---|---|---|\n");
        for (var rule : report.verdict().rules()) {
            page.append("| %s | %s | %s |\n"
                    .formatted(shown(rule.rule()), rule.passed() ? "passed" : "**broken**", shown(rule.reason())));
        }
    }

    private static void numbers(Report report, StringBuilder page) {
        var tally = Tally.of(report);
        var bySeverity = Tally.severities().stream()
                .map(severity -> "%d %s".formatted(tally.of(severity), severity.label()))
                .collect(Collectors.joining(", "));
        page.append("\n%d findings count: %s. New or back: %d. Fixed: %d. Accepted: %d.%s\n"
                .formatted(
                        tally.counting(),
                        bySeverity,
                        tally.fresh(),
                        tally.fixed(),
                        tally.accepted(),
                        tally.aside() == 0 ? "" : " Set aside by triage: %d.".formatted(tally.aside())));
    }

    private static void findings(Report report, StringBuilder page) {
        var counting = Tally.counting(report);
        if (counting.isEmpty()) {
            return;
        }
        page.append("\n### Findings\n\n| severity | state | finding | where |\n|---|---|---|---|\n");
        counting.stream().limit(MOST_FINDINGS).forEach(finding -> page.append(row(finding)));
        if (counting.size() > MOST_FINDINGS) {
            page.append("\nand %d more\n".formatted(counting.size() - MOST_FINDINGS));
        }
    }

    private static String row(Finding finding) {
        return "| %s | %s | %s (%s) | %s |\n"
                .formatted(
                        finding.severity().label(),
                        finding.state().label(),
                        shown(finding.title()),
                        shown(finding.rule()),
                        shown(finding.location().display()));
    }

    private static void owasp(Report report, StringBuilder page) {
        if (report.owaspTop10().isEmpty()) {
            return;
        }
        var matrix = report.owaspTop10().get(0);
        page.append("\n### OWASP Top 10:%s\n\n".formatted(matrix.edition()));
        page.append("| category | critical | high | medium | low | info | accepted | looked at |\n");
        page.append("|---|--:|--:|--:|--:|--:|--:|---|\n");
        for (var row : matrix.rows()) {
            var counts = Tally.severities().stream()
                    .map(severity -> count(row, severity))
                    .collect(Collectors.joining(" | "));
            page.append("| %s %s | %s | %d | %s |\n"
                    .formatted(shown(row.id()), shown(row.name()), counts, row.accepted(), coverage(row)));
        }
    }

    private static String count(OwaspMatrix.Row row, Severity severity) {
        return Integer.toString(row.findings().getOrDefault(severity, 0));
    }

    private static String coverage(OwaspMatrix.Row row) {
        var looked = row.lookedAt().stream().map(kind -> kind.label()).collect(Collectors.joining(", "));
        var missing = row.missing().stream().map(kind -> kind.label()).collect(Collectors.joining(", "));
        var by = looked.isEmpty() ? "by no scanner" : "by " + looked;
        return missing.isEmpty() ? by : by + "; not completed: " + missing;
    }

    private static void scanners(Report report, StringBuilder page) {
        page.append("\n### Scanners\n\n| scanner | engine | status | database |\n|---|---|---|---|\n");
        for (var run : report.scanners()) {
            var status =
                    run.reason().isBlank() ? run.status().label() : run.status().label() + ": " + run.reason();
            var database = run.databaseDate() == null
                    ? ""
                    : (run.databaseName() == null ? "" : run.databaseName() + ", ") + run.databaseDate();
            page.append("| %s | %s %s | %s | %s |\n"
                    .formatted(
                            run.id().label(), shown(run.name()), shown(run.version()), shown(status), shown(database)));
        }
        var problems = report.scanners().stream()
                .flatMap(run -> run.problems().stream())
                .collect(Collectors.toCollection(ArrayList::new));
        problems.addAll(0, report.problems());
        if (!problems.isEmpty()) {
            page.append("\nCould not be read or analysed: %d\n\n".formatted(problems.size()));
            problems.stream()
                    .limit(MOST_PROBLEMS)
                    .forEach(problem ->
                            page.append("* %s: %s\n".formatted(shown(problem.place()), shown(problem.sentence()))));
        }
    }

    private static String shown(String text) {
        var cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...";
        return Md.text(cut);
    }
}
