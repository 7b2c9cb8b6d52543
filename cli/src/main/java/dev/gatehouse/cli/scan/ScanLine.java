package dev.gatehouse.cli.scan;

import dev.gatehouse.cli.shell.Installation;
import dev.gatehouse.cli.shell.Version;
import dev.gatehouse.findings.baseline.Baseline;
import dev.gatehouse.findings.baseline.BaselineFile;
import dev.gatehouse.findings.baseline.Delta;
import dev.gatehouse.findings.baseline.Looked;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.gate.Gate;
import dev.gatehouse.findings.gate.Policy;
import dev.gatehouse.findings.identity.Identity;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.owasp.OwaspTop10;
import dev.gatehouse.findings.policyfile.PolicyReader;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.Scanner;
import dev.gatehouse.scanners.dast.settings.DastReader;
import dev.gatehouse.scanners.endpoint.Confirmations;
import dev.gatehouse.scanners.endpoint.Proven;
import dev.gatehouse.scanners.project.Project;
import dev.gatehouse.scanners.sast.OwnMethodsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of one scan, from a directory to a report: each step takes what the one before it made. */
final class ScanLine {
    /** Read by default when it is there; what {@code gatehouse baseline save} writes. */
    private static final String BASELINE = ".gatehouse-baseline.json";

    private final Installation installation;
    private final Clock clock;

    ScanLine(Installation installation, Clock clock) {
        this.installation = installation;
        this.clock = clock;
    }

    /** A new report, whatever is known from before. */
    Report scan(ScanOptions options, Progress progress) throws IOException {
        return ((Seen.Anew) scan(options, progress, null)).report();
    }

    /**
     * Bad input of any kind is told before the project is looked at.
     *
     * @param standing reports that may still be right; none to make a new one in any case
     */
    Seen scan(ScanOptions options, Progress progress, @Nullable StandingReports standing) throws IOException {
        var policy = policy(options);
        var file = policyFile(options);
        var own = OwnMethodsReader.read(file);
        var dast = new DastReader(System.getenv()).read(file, options.dast());
        var baselineFile = baselineFile(options);
        var baseline = baselineFile == null ? null : BaselineFile.read(baselineFile);
        try (var work = WorkFolder.in(installation.cache().resolve("work"));
                var rooms = new Rooms(installation, options, work.path(), clock)) {
            progress.at("project", "finding out what is there", 0, 0);
            var project = rooms.discover(options);
            var scanners = rooms.scanners(own, dast);
            var key = standing == null ? null : rooms.key(policy, baselineFile, project, scanners);
            if (standing != null && key != null) {
                var before = standing.find(key);
                if (before.isPresent()) {
                    return new Seen.AsBefore(before.get());
                }
            }
            var results = new Looking(scanners, options.only()).at(project, progress);
            var report = judge(project, results, policy, baselineFile, baseline);
            boolean lasting = key != null && key.equals(rooms.key(policy, baselineFile, project, scanners));
            return new Seen.Anew(report, lasting ? key : null);
        }
    }

    private Report judge(
            Project project,
            List<Scanner.Result> results,
            Policy policy,
            @Nullable Path baselineFile,
            @Nullable Baseline baseline) {
        var runs = results.stream().map(Scanner.Result::run).toList();
        var owasp = OwaspTop10.load();
        var seen = results.stream()
                .flatMap(result -> result.findings().stream())
                .map(owasp::classify)
                .toList();
        var delta =
                Delta.between(baseline, Identity.assign(seen), Looked.by(runs, new ProjectClasses(project)::contains));
        var gate = new Gate(policy, clock);
        var confirmations = Confirmations.among(delta.findings(), project);
        var accepted = gate.accept(Proven.believed(delta.findings(), confirmations));
        return new Report(
                Report.SCHEMA_VERSION,
                new Report.Tool("Gatehouse", Version.number()),
                clock.instant(),
                Described.project(project),
                runs,
                results.stream().flatMap(result -> result.components().stream()).toList(),
                worstFirst(accepted.findings()),
                delta.fixed(),
                owasp.matrices(accepted.findings(), runs),
                project.problems(),
                baselineFile == null || baseline == null ? null : Described.baseline(baselineFile, baseline),
                policy.info(),
                gate.judge(accepted, runs, project.problems()),
                confirmations,
                delta.carried());
    }

    private Policy policy(ScanOptions options) {
        var reader = new PolicyReader(clock);
        var given = options.policy();
        var read = given == null
                ? reader.ofProject(folderOf(options.target()), options.floor())
                : reader.read(given, options.floor());
        var failOn = options.failOn();
        return failOn == null ? read : read.failOn(failOn);
    }

    private static @Nullable GatehouseFile policyFile(ScanOptions options) {
        var given = options.policy();
        var file = given == null ? folderOf(options.target()).resolve(GatehouseFile.NAME) : given;
        return Files.exists(file) ? GatehouseFile.open(file) : null;
    }

    private static @Nullable Path baselineFile(ScanOptions options) {
        if (options.baseline() != null) {
            return options.baseline();
        }
        var saved = folderOf(options.target()).resolve(BASELINE);
        return Files.exists(saved) ? saved : null;
    }

    /** The folder that settings of a target lie in: the target, or beside it when it is a file. */
    static Path folderOf(Path target) {
        var absolute = target.toAbsolutePath().normalize();
        var parent = absolute.getParent();
        return Files.isDirectory(absolute) || parent == null ? absolute : parent;
    }

    private static List<Finding> worstFirst(List<Finding> findings) {
        return findings.stream().sorted(Worst.FIRST).toList();
    }
}
