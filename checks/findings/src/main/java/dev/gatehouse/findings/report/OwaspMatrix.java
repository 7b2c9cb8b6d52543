package dev.gatehouse.findings.report;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The OWASP Top 10 of one edition, category by category.
 *
 * @param edition {@code 2017}, {@code 2021} or {@code 2025}
 */
public record OwaspMatrix(String edition, List<Row> rows) {
    public OwaspMatrix {
        rows = List.copyOf(rows);
    }

    /**
     * @param findings number of findings that count (not accepted), by severity
     * @param lookedAt scanners that completed and have rules for this category
     * @param missing scanners that have rules for this category but did not complete
     * @param notJudged what no scanner here can judge; a sentence
     */
    public record Row(
            String id,
            String name,
            Coverage coverage,
            Map<Severity, Integer> findings,
            int accepted,
            List<ScannerKind> lookedAt,
            List<ScannerKind> missing,
            String notJudged) {
        public Row {
            findings = Collections.unmodifiableMap(new TreeMap<>(findings));
            lookedAt = List.copyOf(lookedAt);
            missing = List.copyOf(missing);
        }
    }

    /** What may be said of a category; never clean because nothing looked. */
    public enum Coverage {
        /** There are findings. */
        FINDINGS,
        /** Every scanner that has rules for it completed, and none found anything. */
        NOTHING_FOUND,
        /** Some scanner looked and found nothing, others did not complete. */
        PARTLY_LOOKED_AT,
        /** No scanner looked. */
        NOT_LOOKED_AT;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
