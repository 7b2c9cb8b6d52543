package dev.gatehouse.scanners;

import dev.gatehouse.findings.model.Component;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.scanners.project.Project;
import java.util.List;
import java.util.Optional;

/** One way of looking at a project. */
public interface Scanner {

    ScannerKind kind();

    /**
     * Looks at the project. Whatever goes wrong is told in the result's {@link ScannerRun}: a crash, a time-out or
     * unreadable input is no exception to the caller.
     */
    Result scan(Project project, Progress progress);

    /**
     * A digest of everything that the scan of this project goes by: with equal keys, two scans that complete see the
     * same. None where that cannot be known beforehand, or something cannot be read.
     */
    default Optional<String> key(Project project) {
        return Optional.empty();
    }

    /**
     * What was seen, without identity or OWASP mapping yet, and what was done to see it.
     *
     * @param components the project's libraries; only SCA tells them
     */
    record Result(ScannerRun run, List<Finding> findings, List<Component> components) {
        public Result {
            findings = List.copyOf(findings);
            components = List.copyOf(components);
        }

        public Result(ScannerRun run, List<Finding> findings) {
            this(run, findings, List.of());
        }
    }
}
