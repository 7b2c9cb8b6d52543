package dev.gatehouse.findings.report;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.model.ProjectInfo;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.model.State;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.owasp.OwaspTop10;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whole reports for tests: a realistic one, a hostile one, a large one. */
public final class ReportSamples {
    /** Everything that breaks a page, a terminal, a table or a parser somewhere. */
    public static final String HOSTILE =
            "<script>window.hacked=1</script>\"'`|&\\ </script><!-- ]]> \u202Etxt.exe\u2066 \u001b[31mred\u009b0m\u0007\r\nline\u2028two\u0000\ud800 @all [x](javascript:alert(1)) {0} %s ${x}";

    private static final OwaspTop10 OWASP = OwaspTop10.load();

    private ReportSamples() {}

    /** All kinds of location and state, accepted findings, problems, a scanner that did not get through. */
    public static Report realistic() {
        return report("vulnerable-shop", SampleFindings.findings());
    }

    /** As {@link #realistic}, with an unlikely finding (3) and an informational one (a). */
    public static Report triaged() {
        return report(
                "vulnerable-shop",
                SampleFindings.findings().stream().map(ReportSamples::triaged).toList());
    }

    private static Finding triaged(Finding finding) {
        return switch (finding.id().charAt(0)) {
            case '3' ->
                finding.withTriage(new Triage(Triage.Level.UNLIKELY, "It is made of constants."))
                        .withTexts("Why.", "Do so.\n\nInstead of:\n\n    one();\n\nwrite:\n\n    two();");
            case 'a' ->
                finding.withTags(List.of("informational"))
                        .withTriage(new Triage(Triage.Level.INFORMATIONAL, "Marks where input comes in."));
            default -> finding;
        };
    }

    /** Every text of every finding, component, problem and name is {@link #HOSTILE}. */
    public static Report hostile() {
        var findings = SampleFindings.findings().stream().map(HostileTexts::of).toList();
        return report(HOSTILE, findings);
    }

    /** Findings as SpotBugs makes them in large projects, each with excerpt and steps. */
    public static Report large(int size) {
        var models = SampleFindings.findings();
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < size; i++) {
            var model = models.get(i % models.size());
            findings.add(model.withId(String.format(Locale.ROOT, "%040x", i + 1)));
        }
        return report("large", findings);
    }

    /** Nothing found, all completed. */
    public static Report clean() {
        var runs = List.of(new ScannerRun(
                ScannerKind.SAST,
                "SpotBugs",
                "4.10.4",
                ScannerStatus.COMPLETED,
                "",
                900,
                null,
                null,
                Map.of(),
                List.of()));
        return new Report(
                Report.SCHEMA_VERSION,
                new Report.Tool("Gatehouse", "0.1.0"),
                Instant.parse("2026-11-23T10:00:00Z"),
                new ProjectInfo("healthy-service", "maven", "/home/dev/healthy", null, null, List.of(), List.of()),
                runs,
                List.of(),
                List.of(),
                List.of(),
                OWASP.matrices(List.of(), runs),
                List.of(),
                null,
                new Report.PolicyInfo("default", null, "ab".repeat(32)),
                new Verdict(
                        Verdict.Status.PASSED,
                        List.of(new Verdict.RuleOutcome(
                                "no-new-high",
                                true,
                                "No new finding of high or critical severity.",
                                "default",
                                List.of()))));
    }

    private static Report report(String name, List<Finding> findings) {
        var classified = findings.stream().map(OWASP::classify).toList();
        var runs = SampleRuns.runs(name.equals(HOSTILE) ? HOSTILE : "unreadable.jar");
        var broken = classified.stream()
                .filter(finding ->
                        finding.acceptance() == null && finding.severity().atLeast(Severity.HIGH))
                .map(Finding::id)
                .limit(100)
                .toList();
        var hostile = name.equals(HOSTILE);
        return new Report(
                Report.SCHEMA_VERSION,
                new Report.Tool("Gatehouse", "0.1.0"),
                Instant.parse("2026-11-23T10:15:30Z"),
                new ProjectInfo(
                        name,
                        "maven",
                        "/home/dev/shop",
                        "4f2c1d0e9b8a7c6d5e4f3a2b1c0d9e8f7a6b5c4d",
                        "main",
                        List.of(
                                new ProjectInfo.ModuleInfo("shop-web", 48, 21),
                                new ProjectInfo.ModuleInfo("shop-core", 31, 9)),
                        List.of("Maven project with 2 modules: target/classes of each and its run-time class path.")),
                runs,
                SampleRuns.components(hostile),
                classified,
                List.of(OWASP.classify(SampleFindings.sql(
                        "9".repeat(40), "src/main/java/shop/Old.java", "shop.Old", 12, State.EXISTING))),
                OWASP.matrices(classified, runs),
                List.of(new Problem(
                        "no-classes",
                        hostile ? HOSTILE : "shop-batch",
                        "The module has sources but no classes; run mvn compile first.")),
                new Report.BaselineInfo("baseline.json", Instant.parse("2026-11-09T08:00:00Z"), "0a1b2c3", 9),
                new Report.PolicyInfo(".gatehouse.yml", null, "cd".repeat(32)),
                new Verdict(
                        Verdict.Status.FAILED,
                        List.of(
                                new Verdict.RuleOutcome(
                                        hostile ? HOSTILE : "no-new-high",
                                        false,
                                        hostile
                                                ? HOSTILE
                                                : "%d new findings of high or critical severity; none is allowed."
                                                        .formatted(broken.size()),
                                        ".gatehouse.yml:4",
                                        broken),
                                new Verdict.RuleOutcome(
                                        "scanners-complete",
                                        false,
                                        "sca is partial and dast did not run; sast, sca and dast must complete.",
                                        "default",
                                        List.of()),
                                new Verdict.RuleOutcome(
                                        "database-age",
                                        true,
                                        "The vulnerability database is 12 days old; 30 are allowed.",
                                        "default",
                                        List.of()))),
                List.of(new Confirmation(
                        "3".repeat(40),
                        "8".repeat(40),
                        hostile
                                ? HOSTILE
                                : "Both are CWE-89, and by '/search' in shop.Routes the class shop.search.ProductSearch"
                                        + " answers /search.")),
                Report.Carried.NOTHING);
    }
}
