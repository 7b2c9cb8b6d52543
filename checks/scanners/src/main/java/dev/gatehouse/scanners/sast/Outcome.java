package dev.gatehouse.scanners.sast;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.scanners.project.Project;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of one module.
 *
 * @param failure a sentence on why there is no answer; empty when there is one
 */
record Outcome(
        Project.Module module,
        ScannerStatus status,
        String failure,
        List<Finding> findings,
        long classes,
        boolean cached,
        List<Problem> problems) {

    /** The same, with the sources of its findings. */
    Outcome with(SourceLookup sources) {
        return new Outcome(module, status, failure, sources.complete(findings), classes, cached, problems);
    }

    /** Of the modules' states the one that says most about what is missing. */
    static ScannerStatus worst(List<Outcome> outcomes) {
        for (var status : List.of(ScannerStatus.TIMED_OUT, ScannerStatus.FAILED, ScannerStatus.PARTIAL)) {
            if (outcomes.stream().anyMatch(outcome -> outcome.status() == status)) {
                return status;
            }
        }
        return ScannerStatus.COMPLETED;
    }

    static String reason(ScannerStatus status, List<Outcome> outcomes) {
        return switch (status) {
            case COMPLETED, SKIPPED -> "";
            case PARTIAL ->
                "Part of the code could not be analysed: %s."
                        .formatted(outcomes.stream()
                                .flatMap(outcome -> outcome.problems().stream())
                                .map(problem -> problem.kind().replace('-', ' '))
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(", ")));
            case FAILED, TIMED_OUT ->
                outcomes.stream()
                        .filter(outcome -> !outcome.failure().isEmpty())
                        .map(outcome -> "Module %s was not analysed: %s."
                                .formatted(outcome.module().name(), outcome.failure()))
                        .collect(Collectors.joining(" "));
        };
    }
}
