package dev.gatehouse.jenkins.page;

import dev.gatehouse.findings.model.Acceptance;
import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.OwaspCategory;
import dev.gatehouse.findings.model.ProjectInfo;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Findings for tests. */
final class Findings {
    private Findings() {}

    static Finding of(int number, Severity severity) {
        return Finding.seen(
                        ScannerKind.SAST,
                        "RULE_%05d".formatted(number),
                        "Title %d".formatted(number),
                        severity,
                        new Location.Code("shop", "src/File%05d.java".formatted(number), "shop.File", null, 3, 3, ""),
                        Evidence.NONE)
                .withId("id-" + number)
                .withCwe(List.of(89))
                .withOwasp(Map.of("2025", List.of(new OwaspCategory("A05:2025", "Injection", false))));
    }

    static List<Finding> many(int count) {
        var severities = Severity.values();
        return IntStream.range(0, count)
                .mapToObj(number -> of(number, severities[number % severities.length]))
                .toList();
    }

    /** A report whose gate failed for these. */
    static Report report(List<Finding> findings) {
        return new Report(
                Report.SCHEMA_VERSION,
                new Report.Tool("Gatehouse", "0"),
                Instant.parse("2026-11-25T10:00:00Z"),
                new ProjectInfo("shop", "maven", "/ws", null, null, List.of(), List.of()),
                List.of(),
                List.of(),
                findings,
                List.of(),
                List.of(),
                List.of(),
                null,
                new Report.PolicyInfo("default", null, ""),
                new Verdict(
                        Verdict.Status.FAILED,
                        List.of(new Verdict.RuleOutcome(
                                "new", false, "there are new findings", "default", List.of()))));
    }

    static Finding accepted(int number) {
        return of(number, Severity.HIGH)
                .withAcceptance(new Acceptance("anna", "test data", null, ".gatehouse.yml:3", null));
    }

    static Finding unlikely(int number) {
        return of(number, Severity.HIGH).withTriage(new Triage(Triage.Level.UNLIKELY, "the value is a constant"));
    }
}
