package dev.gatehouse.scanners.sast;

import dev.gatehouse.engine.protocol.sast.OwnMethods;
import dev.gatehouse.findings.guidance.GuidanceBook;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.Scanner;
import dev.gatehouse.scanners.cache.ContentCache;
import dev.gatehouse.scanners.cache.FileDigests;
import dev.gatehouse.scanners.cache.Sha256;
import dev.gatehouse.scanners.engine.EngineHome;
import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Looks at the byte code of a project with SpotBugs and FindSecBugs. */
public final class SastScanner implements Scanner {
    private static final String NAME = "SpotBugs with FindSecBugs";

    private final EngineHome home;
    private final ContentCache cache;
    private final FileDigests digests;
    private final SastSettings settings;
    private final OwnMethods own;

    public SastScanner(EngineHome home, ContentCache cache, FileDigests digests, SastSettings settings) {
        this(home, cache, digests, settings, OwnMethods.NONE);
    }

    /** @param own what the project says of its methods */
    public SastScanner(
            EngineHome home, ContentCache cache, FileDigests digests, SastSettings settings, OwnMethods own) {
        this.home = home;
        this.cache = cache;
        this.digests = digests;
        this.settings = settings;
        this.own = own;
    }

    @Override
    public ScannerKind kind() {
        return ScannerKind.SAST;
    }

    @Override
    public Result scan(Project project, Progress progress) {
        long started = System.nanoTime();
        var modules = project.modules().stream().filter(Compiled::has).toList();
        try {
            var engine = EngineId.of(home, digests);
            if (modules.isEmpty()) {
                return skipped(engine, started);
            }
            return result(engine, run(engine, project, modules, progress), started);
        } catch (IOException e) {
            var why = "The SAST engine of this installation cannot be read (%s).".formatted(e);
            return new Result(summary("", ScannerStatus.FAILED, why, started, null, Map.of(), List.of()), List.of());
        }
    }

    @Override
    public Optional<String> key(Project project) {
        try {
            var engine = EngineId.of(home, digests);
            var keys = new ModuleKey(engine, digests, own, project);
            var all = new Sha256().add("sast").add(engine.version());
            for (var module : project.modules()) {
                all.add(Compiled.has(module) ? keys.withSources(module) : "not compiled");
            }
            return Optional.of(all.hex());
        } catch (IOException e) {
            // the scan will say what cannot be read
            return Optional.empty();
        }
    }

    private List<Outcome> run(EngineId engine, Project project, List<Project.Module> modules, Progress progress)
            throws IOException {
        var tally = new Tally(progress, modules);
        try (var view = new ClassPathView();
                var pool = new EnginePool(home, settings)) {
            var kept = new KeptAnswers(cache, new ModuleKey(engine, digests, own, project), view);
            return pool.all(
                    modules,
                    module -> new ModuleScan(project, kept, pool, own, tally)
                            .run(module)
                            .with(new SourceLookup(project, module)));
        }
    }

    private Result skipped(EngineId engine, long started) {
        var why = "No compiled classes were found, so there was nothing to look at: compile the project first, or name "
                + "its class directories with --classes.";
        return new Result(
                summary(
                        engine.version(),
                        ScannerStatus.SKIPPED,
                        why,
                        started,
                        engine.digest(),
                        Map.of("classes", 0L),
                        List.of()),
                List.of());
    }

    private static Result result(EngineId engine, List<Outcome> outcomes, long started) {
        var findings = new ArrayList<Finding>();
        var problems = new ArrayList<Problem>();
        for (var outcome : outcomes) {
            findings.addAll(outcome.findings());
            problems.addAll(outcome.problems());
        }
        findings.replaceAll(explanation(findings));
        var counts = new LinkedHashMap<String, Long>();
        counts.put("modules", (long) outcomes.size());
        counts.put("classes", outcomes.stream().mapToLong(Outcome::classes).sum());
        counts.put("cached", outcomes.stream().filter(Outcome::cached).count());
        var status = Outcome.worst(outcomes);
        return new Result(
                summary(
                        engine.version(),
                        status,
                        Outcome.reason(status, outcomes),
                        started,
                        engine.digest(),
                        counts,
                        problems),
                findings);
    }

    /** Adds what the weakness is and how to fix it; the texts are read only when there is something to explain. */
    private static UnaryOperator<Finding> explanation(List<Finding> findings) {
        if (findings.isEmpty()) {
            return UnaryOperator.identity();
        }
        var words = new Words(GuidanceBook.load());
        return words::on;
    }

    private static ScannerRun summary(
            String version,
            ScannerStatus status,
            String reason,
            long started,
            @org.jspecify.annotations.Nullable String rulesDigest,
            Map<String, Long> counts,
            List<Problem> problems) {
        long millis = (System.nanoTime() - started) / 1_000_000;
        return new ScannerRun(
                ScannerKind.SAST, NAME, version, status, reason, millis, rulesDigest, null, counts, problems);
    }
}
