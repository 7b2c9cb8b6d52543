package dev.gatehouse.findings.report.text;

import dev.gatehouse.findings.report.OwaspMatrix;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.Tally;
import java.util.stream.Collectors;

/** The newest edition of the OWASP Top 10, a line a category. */
final class OwaspTable {
    private OwaspTable() {}

    static void write(Report report, Ink ink, Columns columns, StringBuilder text) {
        if (report.owaspTop10().isEmpty()) {
            return;
        }
        var matrix = report.owaspTop10().get(0);
        int name = Math.min(46, columns.width() - 40);
        text.append('\n')
                .append(ink.bold(Columns.fit("OWASP Top 10:" + matrix.edition(), name + 8)))
                .append(ink.dim("crit high  med  low info"))
                .append('\n');
        for (var row : matrix.rows()) {
            text.append("  ")
                    .append(Columns.fit(row.id().replace(":" + matrix.edition(), ""), 4))
                    .append(Columns.fit(row.name(), name))
                    .append(counts(row, ink))
                    .append("  ")
                    .append(coverage(row, ink))
                    .append('\n');
        }
    }

    private static String counts(OwaspMatrix.Row row, Ink ink) {
        return Tally.severities().stream()
                .map(severity -> {
                    int count = row.findings().getOrDefault(severity, 0);
                    return count == 0 ? ink.dim("    -") : ink.severity(severity, "%5d".formatted(count));
                })
                .collect(Collectors.joining());
    }

    private static String coverage(OwaspMatrix.Row row, Ink ink) {
        return switch (row.coverage()) {
            case FINDINGS -> "";
            case NOTHING_FOUND -> ink.green("none");
            case PARTLY_LOOKED_AT -> ink.yellow("partly");
            case NOT_LOOKED_AT -> ink.yellow("unseen");
        };
    }
}
