package dev.gatehouse.findings.baseline;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a scan looked at, as far as it matters for what is gone.
 *
 * @param scanners that completed; only what they would have found again can be called fixed
 * @param classes tells whether the project has a class of that binary name; a class that is gone was renamed, one that
 *     is still there had code moved out of it
 */
public record Looked(Set<ScannerKind> scanners, Predicate<String> classes) {
    public Looked {
        scanners = Set.copyOf(scanners);
    }

    /** For a scan whose classes can be asked for. */
    public static Looked by(List<ScannerRun> runs, Predicate<String> classes) {
        var scanners = runs.stream().map(ScannerRun::id).collect(Collectors.toSet());
        runs.stream().filter(run -> run.status() != ScannerStatus.COMPLETED).forEach(run -> scanners.remove(run.id()));
        return new Looked(scanners, classes);
    }

    /** Everything was looked at; of the classes no more is known than that those with findings exist. */
    static Looked atAll(List<Finding> findings) {
        var classes = findings.stream()
                .map(Finding::location)
                .filter(Location.Code.class::isInstance)
                .map(location -> ((Location.Code) location).className())
                .collect(Collectors.toSet());
        return new Looked(EnumSet.allOf(ScannerKind.class), classes::contains);
    }
}
