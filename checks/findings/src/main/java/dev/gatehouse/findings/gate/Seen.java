package dev.gatehouse.findings.gate;

import dev.gatehouse.findings.acceptance.Accepted;
import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that a scan saw, as rules look at it.
 *
 * @param problems of project discovery; those of scanners are in their runs
 * @param today UTC
 */
public record Seen(Accepted accepted, List<ScannerRun> runs, List<Problem> problems, LocalDate today) {
    public Seen {
        runs = List.copyOf(runs);
        problems = List.copyOf(problems);
    }

    Optional<ScannerRun> run(ScannerKind kind) {
        return runs.stream().filter(run -> run.id() == kind).findFirst();
    }
}
