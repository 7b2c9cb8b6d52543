package dev.gatehouse.findings.gate;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.policyfile.PolicyReader;
import dev.gatehouse.findings.report.Verdict;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scans to judge, on 1 June 2026. */
public final class Scans {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
    public static final List<ScannerRun> COMPLETE =
            List.of(run(ScannerKind.SAST, ScannerStatus.COMPLETED), run(ScannerKind.SCA, ScannerStatus.COMPLETED));

    private Scans() {}

    public static Policy policy(@Nullable String file, @Nullable String floor) {
        var here = Path.of("").toAbsolutePath();
        return new PolicyReader(CLOCK)
                .of(
                        file == null ? null : GatehouseFile.parse("repo.yml", here, file),
                        floor == null ? null : GatehouseFile.parse("org.yml", here, floor));
    }

    public static Verdict judge(Policy policy, Finding... findings) {
        return judge(policy, COMPLETE, findings);
    }

    public static Verdict judge(Policy policy, List<ScannerRun> runs, Finding... findings) {
        var gate = new Gate(policy, CLOCK);
        return gate.judge(gate.accept(List.of(findings)), runs, List.of());
    }

    public static Verdict.RuleOutcome outcome(Verdict verdict, String rule) {
        return verdict.rules().stream()
                .filter(outcome -> outcome.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule '%s' in %s".formatted(rule, verdict)));
    }

    public static ScannerRun run(ScannerKind kind, ScannerStatus status, Problem... problems) {
        return new ScannerRun(
                kind,
                kind.label(),
                "1",
                status,
                status == ScannerStatus.COMPLETED ? "" : "the reason",
                1,
                null,
                kind == ScannerKind.SCA ? "2026-05-30T00:00:00Z" : null,
                Map.of(),
                List.of(problems));
    }

    public static Finding code(String id, String rule, Severity severity, int cwe, String file) {
        return Finding.seen(
                        ScannerKind.SAST,
                        rule,
                        rule,
                        severity,
                        new Location.Code("shop", file, "shop.Cart", "add()V", 7, 7, ""),
                        Evidence.NONE)
                .withId(id)
                .withCwe(List.of(cwe));
    }

    public static Finding library(String id, String cve, Severity severity, String purl) {
        return Finding.seen(
                        ScannerKind.SCA,
                        cve,
                        cve,
                        severity,
                        new Location.Dependency(purl, "lib/x.jar", null, List.of("shop"), List.of()),
                        Evidence.NONE)
                .withId(id);
    }
}
