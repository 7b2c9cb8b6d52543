package dev.gatehouse.trackers.github;

import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ProjectInfo;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Reports of any size. */
final class Reports {
    static final Instant SCANNED = Instant.parse("2026-11-24T09:00:00Z");

    private static final List<Severity> SEVERITIES = List.of(Severity.values());

    private Reports() {}

    /** So many findings spread over so many modules, and one library. */
    static Report of(int findings, int modules, String words, Instant scanned) {
        return of(findings, modules, words, scanned, ScannerStatus.COMPLETED);
    }

    static Report of(int findings, int modules, String words, Instant scanned, ScannerStatus sast) {
        var all = IntStream.range(0, findings)
                .mapToObj(i -> finding(i, "module-" + i % modules, words))
                .toList();
        var infos = IntStream.range(0, modules)
                .mapToObj(i -> new ProjectInfo.ModuleInfo("module-" + i, 10, 2))
                .toList();
        var run =
                new ScannerRun(ScannerKind.SAST, "SpotBugs", "4.10.4", sast, "", 900, null, null, Map.of(), List.of());
        return new Report(
                Report.SCHEMA_VERSION,
                new Report.Tool("Gatehouse", "0.1.0"),
                scanned,
                new ProjectInfo("shop", "maven", "/srv/shop", FakeGitHub.COMMIT, "main", infos, List.of()),
                List.of(run),
                List.of(),
                all,
                List.of(),
                List.of(),
                List.of(),
                null,
                new Report.PolicyInfo("default", null, "0".repeat(64)),
                new Verdict(
                        findings == 0 ? Verdict.Status.PASSED : Verdict.Status.FAILED,
                        List.of(new Verdict.RuleOutcome("new-high", findings == 0, words, "default", List.of()))));
    }

    private static Finding finding(int number, String module, String words) {
        var severity = SEVERITIES.get(number % SEVERITIES.size());
        var place = new Location.Code(
                module, module + "/src/Cart.java", "shop.Cart", "add()V", number + 1, number + 1, "c" + number);
        return Finding.seen(ScannerKind.SAST, "SQL_INJECTION", words + " " + number, severity, place, Evidence.NONE)
                .withTexts("description " + words, "use a prepared statement")
                .withCwe(List.of(89))
                .withId(String.format(Locale.ROOT, "%040x", number + 1));
    }
}
