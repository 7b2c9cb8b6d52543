package dev.gatehouse.jenkins.page;

import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.report.OwaspMatrix;
import java.util.List;
import java.util.stream.Collectors;

/** A category of the OWASP Top 10 as the page shows it. */
public final class MatrixRow {
    private final OwaspMatrix.Row row;

    MatrixRow(OwaspMatrix.Row row) {
        this.row = row;
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
        return switch (row.coverage()) {
            case FINDINGS ->
                row.missing().isEmpty() ? "findings" : "findings; did not complete: " + names(row.missing());
            case NOTHING_FOUND -> "nothing found by " + names(row.lookedAt());
            case PARTLY_LOOKED_AT ->
                "nothing found by %s; did not complete: %s".formatted(names(row.lookedAt()), names(row.missing()));
            case NOT_LOOKED_AT -> "not looked at";
        };
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
