package dev.gatehouse.cli.scan;

import dev.gatehouse.cli.progress.ProgressDisplay;
import dev.gatehouse.cli.shell.Installation;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.findings.report.Verdict;
import dev.gatehouse.findings.report.files.ReportFiles;
import dev.gatehouse.findings.report.html.HtmlFormat;
import dev.gatehouse.findings.report.text.TextSummary;
import dev.gatehouse.scanners.cache.CacheHome;
import dev.gatehouse.scanners.cache.ContentCache;
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
    private final Clock clock = Clock.systemUTC();

    Session(Installation installation, Map<String, String> environment, PrintWriter results, PrintStream messages) {
        this.installation = installation;
        this.environment = environment;
        this.results = results;
        this.messages = messages;
    }

    /** Scans in any case. */
    Report scan(ScanOptions options, boolean quiet, ScanCommand.Format format) throws IOException {
        Report report;
        try (var progress = progress(quiet)) {
            report = new ScanLine(installation, clock).scan(options, progress);
        }
        return shown(report, options, quiet, format);
    }

    /** Scans, unless the report that is there already is what a scan would write again. */
    Verdict.Status verdict(ScanOptions options, boolean quiet, ScanCommand.Format format) throws IOException {
        if (!options.cache() || format == ScanCommand.Format.json) {
            return scan(options, quiet, format).verdict().status();
        }
        var standing = new StandingReports(
                new ContentCache(new CacheHome(installation.cache()).results(), clock), options.out());
        Seen seen;
        try (var progress = progress(quiet)) {
            seen = new ScanLine(installation, clock).scan(options, progress, standing);
        }
        if (seen instanceof Seen.AsBefore before) {
            show(before.report(), quiet);
            return before.report().status();
        }
        var anew = (Seen.Anew) seen;
        var report = shown(anew.report(), options, quiet, format);
        if (anew.key() != null) {
            standing.keep(anew.key(), report, summary(report, options));
        }
        return report.verdict().status();
    }

    private void show(StandingReport report, boolean quiet) {
        if (!quiet) {
            messages.printf("Nothing has changed: the report of %s stands.%n", report.created());
            results.println(report.summary());
        }
    }

    private Report shown(Report report, ScanOptions options, boolean quiet, ScanCommand.Format format)
            throws IOException {
        ReportFiles.write(options.out(), report);
        if (format == ScanCommand.Format.json) {
            results.println(ReportJson.mapper().writeValueAsString(report));
        } else if (!quiet) {
            results.println(summary(report, options));
        }
        return report;
    }

    private ProgressDisplay progress(boolean quiet) {
        return ProgressDisplay.on(messages, installation.columns(), quiet);
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
