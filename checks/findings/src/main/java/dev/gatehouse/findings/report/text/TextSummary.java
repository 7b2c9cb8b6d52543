package dev.gatehouse.findings.report.text;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.Tally;
import dev.gatehouse.findings.report.Verdict;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The end of a scan on a terminal: the verdict and why, the worst findings, what was looked at, where to read on. */
public final class TextSummary {
    private static final int MOST_FINDINGS = 10;

    private final Ink ink;
    private final Columns columns;

    /**
     * @param width columns of the terminal; less than 60 is taken for 60, more than 120 for 120
     * @param colours whether escape sequences may be written
     */
    public TextSummary(int width, boolean colours) {
        this.ink = new Ink(colours);
        this.columns = new Columns(Math.max(60, Math.min(120, width)));
    }

    /**
     * The summary, ending with a line feed.
     *
     * @param html where {@code report.html} is, as people know it
     */
    public String of(Report report, String html) {
        var text = new StringBuilder();
        head(report, text);
        rules(report, text);
        findings(report, text);
        confirmations(report, text);
        OwaspTable.write(report, ink, columns, text);
        scanners(report, text);
        text.append('\n')
                .append(ink.bold("Report"))
                .append("  ")
                .append(Columns.cut(html, 4096))
                .append('\n');
        return text.toString();
    }

    private void head(Report report, StringBuilder text) {
        var status = report.verdict().status();
        var word = status.label().toUpperCase(Locale.ROOT);
        var badge = switch (status) {
            case PASSED -> ink.badge(word, "42");
            case FAILED -> ink.badge(word, "41");
            case INCOMPLETE -> ink.badge(word, "43");
        };
        text.append('\n')
                .append(badge)
                .append("  ")
                .append(ink.bold(Columns.cut(report.project().name(), columns.width() - 20)))
                .append("\n\n");
        var tally = Tally.of(report);
        var counts = Tally.severities().stream()
                .filter(severity -> tally.of(severity) > 0)
                .map(severity -> ink.severity(severity, tally.of(severity) + " " + severity.label()))
                .collect(Collectors.joining(", "));
        text.append("%d findings count%s\n".formatted(tally.counting(), counts.isEmpty() ? "" : ": " + counts));
        text.append(ink.dim("%d new or back, %d fixed, %d accepted"
                        .formatted(tally.fresh(), tally.fixed(), tally.accepted())))
                .append('\n');
        if (tally.aside() > 0) {
            text.append(ink.dim(aside(report))).append('\n');
        }
    }

    private static String aside(Report report) {
        var aside = Tally.aside(report);
        long unlikely = aside.stream()
                .filter(finding -> Triage.levelOf(finding.triage()) == Triage.Level.UNLIKELY)
                .count();
        return "%d set aside by triage: %d unlikely, %d informational"
                .formatted(aside.size(), unlikely, aside.size() - unlikely);
    }

    private void rules(Report report, StringBuilder text) {
        title("Gate", text);
        for (Verdict.RuleOutcome rule : report.verdict().rules()) {
            text.append(rule.passed() ? ink.green("  pass  ") : ink.red("  FAIL  "))
                    .append(columns.wrap(rule.rule() + ": " + rule.reason(), 8))
                    .append('\n');
        }
    }

    private void findings(Report report, StringBuilder text) {
        var counting = Tally.counting(report);
        if (counting.isEmpty()) {
            return;
        }
        title("Worst findings", text);
        counting.stream().limit(MOST_FINDINGS).forEach(finding -> finding(finding, text));
        if (counting.size() > MOST_FINDINGS) {
            text.append(ink.dim("  and %d more in the report".formatted(counting.size() - MOST_FINDINGS)))
                    .append('\n');
        }
    }

    private void confirmations(Report report, StringBuilder text) {
        if (report.confirmations().isEmpty()) {
            return;
        }
        var findings = report.findings().stream()
                .collect(Collectors.toMap(Finding::id, finding -> finding, (one, other) -> one));
        title("Confirmed by running it", text);
        report.confirmations().stream()
                .limit(MOST_FINDINGS)
                .forEach(its -> confirmation(findings.get(its.finding()), findings.get(its.by()), text));
        if (report.confirmations().size() > MOST_FINDINGS) {
            text.append(ink.dim("  and %d more in the report"
                            .formatted(report.confirmations().size() - MOST_FINDINGS)))
                    .append('\n');
        }
    }

    private void confirmation(@Nullable Finding confirmed, @Nullable Finding by, StringBuilder text) {
        if (confirmed == null || by == null) {
            return;
        }
        int rest = columns.width() - 11;
        text.append("  ")
                .append(ink.severity(
                        confirmed.severity(), Columns.fit(confirmed.severity().label(), 9)))
                .append(Columns.cut(confirmed.title(), rest))
                .append('\n')
                .append(" ".repeat(11))
                .append(ink.dim(Columns.cut(
                        "%s, by %s".formatted(confirmed.location().display(), request(by.location())), rest)))
                .append('\n');
    }

    /** Without host, port and attack, which say nothing here. */
    private static String request(Location location) {
        if (!(location instanceof Location.Http http)) {
            return location.display();
        }
        var parameter = http.parameter();
        return http.method() + " " + http.pathTemplate() + (parameter == null ? "" : " (%s)".formatted(parameter));
    }

    private void finding(Finding finding, StringBuilder text) {
        int rest = columns.width() - 24;
        text.append("  ")
                .append(ink.severity(
                        finding.severity(), Columns.fit(finding.severity().label(), 9)))
                .append(Columns.fit(finding.state().label(), 13))
                .append(Columns.cut(finding.title(), rest))
                .append('\n')
                .append(" ".repeat(24))
                .append(ink.dim(Columns.cut(finding.location().display(), rest)))
                .append('\n');
    }

    private void scanners(Report report, StringBuilder text) {
        title("Scanners", text);
        report.scanners().forEach(run -> scanner(run, text));
        long problems = report.problems().size()
                + report.scanners().stream()
                        .mapToLong(run -> run.problems().size())
                        .sum();
        if (problems > 0) {
            text.append("  ")
                    .append(ink.yellow("%d could not be read or analysed; the report names each".formatted(problems)))
                    .append('\n');
        }
    }

    private void scanner(ScannerRun run, StringBuilder text) {
        boolean whole = run.status() == ScannerStatus.COMPLETED;
        var status = Columns.fit(run.status().label(), 11);
        var facts = "%s %s, %.1f s".formatted(run.name(), run.version(), run.durationMs() / 1000.0);
        if (run.databaseDate() != null) {
            facts += ", database%s of %s"
                    .formatted(run.databaseName() == null ? "" : " " + run.databaseName(), run.databaseDate());
        }
        if (!run.notes().isEmpty()) {
            facts += ". " + String.join(" ", run.notes());
        }
        text.append("  ")
                .append(Columns.fit(run.id().label(), 6))
                .append(whole ? ink.green(status) : ink.yellow(status))
                .append(columns.wrap(
                        run.reason().isBlank() ? facts : facts + (facts.endsWith(".") ? " " : ". ") + run.reason(), 19))
                .append('\n');
    }

    private void title(String title, StringBuilder text) {
        text.append('\n').append(ink.bold(title)).append('\n');
    }
}
