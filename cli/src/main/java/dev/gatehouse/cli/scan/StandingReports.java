package dev.gatehouse.cli.scan;

import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportFormat;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.findings.report.files.ReportFiles;
import dev.gatehouse.scanners.cache.ContentCache;
import dev.gatehouse.scanners.cache.FileState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reports that stand for as long as nothing changes that they were made from, and nobody touches their files. A scan
 * then has nothing to write (docs/decisions/0041).
 */
final class StandingReports {
    private final ContentCache cache;
    private final Path out;

    /** @param out where this scan is to leave its report */
    StandingReports(ContentCache cache, Path out) {
        this.cache = cache;
        this.out = out;
    }

    /** The report of that key, when all of its files are as they were written. */
    Optional<StandingReport> find(String key) {
        return cache.get(key)
                .flatMap(StandingReports::read)
                .filter(report -> report.files().equals(states().orElse(Map.of())));
    }

    /** Remembers a report that was just written; only one whose scanners saw everything would be the same again. */
    void keep(String key, Report report, String summary) {
        boolean complete = report.scanners().stream()
                .allMatch(run -> run.status() == ScannerStatus.COMPLETED || run.status() == ScannerStatus.SKIPPED);
        if (complete) {
            states().map(files -> new StandingReport(report.verdict().status(), report.created(), summary, files))
                    .flatMap(StandingReports::json)
                    .ifPresent(entry -> cache.put(key, entry));
        }
    }

    /** How the files are now; none when one is missing. */
    private Optional<Map<String, FileState>> states() {
        var states = new HashMap<String, FileState>();
        try {
            for (var name :
                    ReportFiles.formats().stream().map(ReportFormat::fileName).toList()) {
                states.put(name, FileState.of(out.resolve(name)));
            }
            return Optional.of(states);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<StandingReport> read(byte[] entry) {
        try {
            return Optional.of(ReportJson.mapper().readValue(entry, StandingReport.class));
        } catch (IOException e) {
            // of another version: as good as none
            return Optional.empty();
        }
    }

    private static Optional<byte[]> json(StandingReport report) {
        try {
            return Optional.of(ReportJson.mapper().writeValueAsBytes(report));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
