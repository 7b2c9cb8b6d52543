package dev.gatehouse.scanners.sast;

import dev.gatehouse.engine.protocol.sast.OwnMethods;
import dev.gatehouse.engine.protocol.sast.SastAnswer;
import dev.gatehouse.engine.protocol.sast.SastRequest;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.scanners.engine.EngineException;
import dev.gatehouse.scanners.project.Project;
import java.nio.file.Path;
import java.util.List;

/** One module's way: the answer that is kept, else the engine's. */
final class ModuleScan {
    private final Project project;
    private final KeptAnswers kept;
    private final EnginePool pool;
    private final OwnMethods own;
    private final Tally tally;

    ModuleScan(Project project, KeptAnswers kept, EnginePool pool, OwnMethods own, Tally tally) {
        this.project = project;
        this.kept = kept;
        this.pool = pool;
        this.own = own;
        this.tally = tally;
    }

    Outcome run(Project.Module module) {
        tally.starts(module);
        try {
            var place = kept.place(module);
            var known = place.flatMap(KeptAnswers.Place::find);
            if (known.isPresent()) {
                return answered(module, known.get(), true);
            }
            var answer = ask(module);
            place.ifPresent(to -> to.put(answer));
            return answered(module, answer, false);
        } catch (EngineException e) {
            return failed(module, e);
        } finally {
            tally.ends(module);
        }
    }

    private SastAnswer ask(Project.Module module) throws EngineException {
        var request = new SastRequest(
                module.name(),
                absolute(module.classes()),
                absolute(module.classPath()),
                SastRequest.Detectors.SECURITY,
                own,
                Extended.is(module, project));
        var answer = pool.ask(request, (task, doing, done, total) -> tally.at(module, doing, done, total));
        var places = new Places(project);
        return new SastAnswer(
                answer.findings(),
                answer.classes(),
                answer.detectors(),
                answer.problems().stream().map(places::relative).toList(),
                answer.lookups());
    }

    private static List<String> absolute(List<Path> paths) {
        return paths.stream()
                .map(path -> path.toAbsolutePath().normalize().toString())
                .toList();
    }

    private static Outcome answered(Project.Module module, SastAnswer answer, boolean cached) {
        return new Outcome(
                module,
                answer.problems().stream().allMatch(ModuleScan::tolerable)
                        ? ScannerStatus.COMPLETED
                        : ScannerStatus.PARTIAL,
                "",
                answer.findings(),
                answer.classes(),
                cached,
                answer.problems());
    }

    private static Outcome failed(Project.Module module, EngineException e) {
        boolean late = e.kind() == EngineException.Kind.TIMED_OUT;
        var problem = new Problem(late ? "timed-out" : "engine-failed", module.name(), e.getMessage() + ".");
        return new Outcome(
                module,
                late ? ScannerStatus.TIMED_OUT : ScannerStatus.FAILED,
                String.valueOf(e.getMessage()),
                List.of(),
                0,
                false,
                List.of(problem));
    }

    /** Nearly every library refers to optional ones that are not there; the code itself was looked at all the same. */
    private static boolean tolerable(Problem problem) {
        return problem.kind().equals("missing-classes");
    }
}
