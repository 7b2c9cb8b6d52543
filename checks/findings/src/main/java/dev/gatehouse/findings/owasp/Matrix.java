package dev.gatehouse.findings.owasp;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.model.Triage;
import dev.gatehouse.findings.report.OwaspMatrix;
import dev.gatehouse.findings.report.OwaspMatrix.Coverage;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the matrix of one edition. */
final class Matrix {
    private final OwaspEdition edition;
    private final Map<ScannerKind, Set<String>> rules = new EnumMap<>(ScannerKind.class);
    private final Set<ScannerKind> completed = EnumSet.noneOf(ScannerKind.class);
    private final Set<ScannerKind> ran = EnumSet.noneOf(ScannerKind.class);

    /** Takes the id of the edition's category of components, which SCA alone looks at. */
    Matrix(OwaspEdition edition, ScannerRules rules, String components, List<ScannerRun> runs) {
        this.edition = edition;
        for (var kind : ScannerKind.values()) {
            this.rules.put(kind, kind == ScannerKind.SCA ? Set.of(components) : rules.categories(kind, edition));
        }
        for (var run : runs) {
            if (run.status() == ScannerStatus.COMPLETED || run.status() == ScannerStatus.PARTIAL) {
                ran.add(run.id());
            }
        }
        completed.addAll(ran);
        runs.stream().filter(run -> run.status() != ScannerStatus.COMPLETED).forEach(run -> completed.remove(run.id()));
    }

    OwaspMatrix of(List<Finding> findings) {
        var rows = edition.categories().stream()
                .map(category -> row(category, inCategory(category, findings)))
                .toList();
        return new OwaspMatrix(edition.year(), rows);
    }

    private List<Finding> inCategory(OwaspEdition.Category category, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.owasp().getOrDefault(edition.year(), List.of()).stream()
                        .anyMatch(its -> its.id().equals(category.id())))
                .toList();
    }

    private OwaspMatrix.Row row(OwaspEdition.Category category, List<Finding> findings) {
        var counts = new EnumMap<Severity, Integer>(Severity.class);
        findings.stream()
                .filter(finding -> finding.acceptance() == null && Triage.believes(finding))
                .forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
        int accepted = (int) findings.stream()
                .filter(finding -> finding.acceptance() != null)
                .count();
        var looking = looking(category, findings);
        return new OwaspMatrix.Row(
                category.id(),
                category.name(),
                findings.isEmpty() ? coverage(looking) : Coverage.FINDINGS,
                counts,
                accepted,
                looking.stream().filter(completed::contains).toList(),
                looking.stream().filter(kind -> !completed.contains(kind)).toList(),
                category.notJudged());
    }

    /** Scanners with rules for the category; whoever found something has a rule for it, listed or not. */
    private List<ScannerKind> looking(OwaspEdition.Category category, List<Finding> findings) {
        return Arrays.stream(ScannerKind.values())
                .filter(kind -> rules.getOrDefault(kind, Set.of()).contains(category.id())
                        || findings.stream().anyMatch(finding -> finding.scanner() == kind))
                .toList();
    }

    private Coverage coverage(List<ScannerKind> looking) {
        if (looking.stream().noneMatch(ran::contains)) {
            return Coverage.NOT_LOOKED_AT;
        }
        return completed.containsAll(looking) ? Coverage.NOTHING_FOUND : Coverage.PARTLY_LOOKED_AT;
    }
}
