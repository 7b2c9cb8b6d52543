package dev.gatehouse.cli.scan;

import dev.gatehouse.findings.report.Verdict;
import dev.gatehouse.scanners.cache.FileState;
import java.time.Instant;
import java.util.Map;

/**
 * A report that was written, as it is remembered.
 *
 * @param created as the report says
 * @param summary that was printed with it
 * @param files the report's files as they were written, by name
 */
record StandingReport(Verdict.Status status, Instant created, String summary, Map<String, FileState> files) {
    StandingReport {
        files = Map.copyOf(files);
    }
}
