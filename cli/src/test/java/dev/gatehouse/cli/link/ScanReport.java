package dev.gatehouse.cli.link;

import dev.gatehouse.findings.config.Sha256;
import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ProjectInfo;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.findings.report.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a scan that found some weaknesses leaves in a project. */
final class ScanReport {
    private ScanReport() {}

    /** A finding a name, in {@code gatehouse-report/report.json} of the folder. */
    static void write(Path folder, String... names) throws IOException {
        var findings = Arrays.stream(names).map(ScanReport::finding).toList();
        var run = new ScannerRun(
                ScannerKind.SAST, "SpotBugs", "4", ScannerStatus.COMPLETED, "", 1, null, null, Map.of(), List.of());
        var report = new Report(
                Report.SCHEMA_VERSION,
                new Report.Tool("Gatehouse", "0.1.0"),
                Instant.now(),
                new ProjectInfo("shop", "maven", folder.toString(), null, "main", List.of(), List.of()),
                List.of(run),
                List.of(),
                findings,
                List.of(),
                List.of(),
                List.of(),
                null,
                new Report.PolicyInfo("default", null, "0".repeat(64)),
                new Verdict(Verdict.Status.FAILED, List.of()));
        Files.createDirectories(folder.resolve("gatehouse-report"));
        Files.write(
                folder.resolve("gatehouse-report/report.json"),
                ReportJson.mapper().writeValueAsBytes(report));
    }

    private static Finding finding(String name) {
        var place = new Location.Code("shop", "src/" + name + ".java", name, "add()V", 1, 1, name);
        return Finding.seen(ScannerKind.SAST, "SQL_INJECTION", "Injection", Severity.HIGH, place, Evidence.NONE)
                .withId(Sha256.of(name).substring(0, 40));
    }
}
