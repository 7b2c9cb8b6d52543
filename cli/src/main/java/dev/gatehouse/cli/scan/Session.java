package dev.gatehouse.cli.scan;

import dev.gatehouse.cli.progress.ProgressDisplay;
import dev.gatehouse.cli.shell.Installation;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.findings.report.files.ReportFiles;
import dev.gatehouse.findings.report.html.HtmlFormat;
import dev.gatehouse.findings.report.text.TextSummary;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;

/** A scan as a person or a build sees it: progress, reports, and what is printed at the end. */
final class Session {
    private static final int WIDTH_OF_A_LOG = 100;

    private final Installation installation;
    private final Map<String, String> environment;
    private final PrintWriter results;
    private final PrintStream messages;

    Session(Installation installation, Map<String, String> environment, PrintWriter results, PrintStream messages) {
        this.installation = installation;
        this.environment = environment;
        this.results = results;
        this.messages = messages;
    }

    Report scan(ScanOptions options, boolean quiet, ScanCommand.Format format) throws IOException {
        var report = seen(options, quiet);
        ReportFiles.write(options.out(), report);
        if (format == ScanCommand.Format.json) {
            results.println(ReportJson.mapper().writeValueAsString(report));
        } else if (!quiet) {
            results.println(summary(report, options));
        }
        return report;
    }

    private Report seen(ScanOptions options, boolean quiet) throws IOException {
        try (var progress = ProgressDisplay.on(messages, installation.columns(), quiet)) {
            return new ScanLine(installation, Clock.systemUTC()).scan(options, progress);
        }
    }

    private String summary(Report report, ScanOptions options) {
        int width = installation.columns() > 0 ? installation.columns() : WIDTH_OF_A_LOG;
        var html = options.out().toAbsolutePath().normalize().resolve(new HtmlFormat().fileName());
        return new TextSummary(width, colours()).of(report, html.toString());
    }

    /** Colours only where a person looks, and not for those who asked for none (no-color.org). */
    private boolean colours() {
        return installation.terminal()
                && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
