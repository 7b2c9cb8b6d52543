package dev.gatehouse.jenkins.page;

import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.report.OwaspMatrix;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A category of the OWASP Top 10 as the page shows it. */
public final class MatrixRow {
    private final OwaspMatrix.Row row;
    private final Set<ScannerKind> ran;

    /** @param ran scanners that ran, whether they got through or not */
    MatrixRow(OwaspMatrix.Row row, Set<ScannerKind> ran) {
        this.row = row;
        this.ran = Set.copyOf(ran);
    }

    public String getId() {
        return row.id();
    }

    public String getName() {
        return row.name();
    }

    public int getCritical() {
        return of(Severity.CRITICAL);
    }

    public int getHigh() {
        return of(Severity.HIGH);
    }

    public int getMedium() {
        return of(Severity.MEDIUM);
    }

    public int getLow() {
        return of(Severity.LOW);
    }

    public int getInfo() {
        return of(Severity.INFO);
    }

    public int getAccepted() {
        return row.accepted();
    }

    /** Never that a category is clean because nothing looked. */
    public String getSays() {
        var found = switch (row.coverage()) {
            case FINDINGS -> "findings";
            case NOTHING_FOUND, PARTLY_LOOKED_AT -> "nothing found by " + names(row.lookedAt());
            case NOT_LOOKED_AT -> "not looked at";
        };
        return found
                + rest("did not complete", row.missing().stream().filter(ran::contains))
                + rest("did not run", row.missing().stream().filter(kind -> !ran.contains(kind)));
    }

    private static String rest(String says, Stream<ScannerKind> scanners) {
        var names = names(scanners.toList());
        return names.isEmpty() ? "" : "; %s: %s".formatted(says, names);
    }

    public String getNotJudged() {
        return row.notJudged();
    }

    private int of(Severity severity) {
        return row.findings().getOrDefault(severity, 0);
    }

    private static String names(List<ScannerKind> scanners) {
        return scanners.stream().map(ScannerKind::label).collect(Collectors.joining(", "));
    }
}
