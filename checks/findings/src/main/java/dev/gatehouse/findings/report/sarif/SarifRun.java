package dev.gatehouse.findings.report.sarif;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.ScannerRun;
import java.util.List;

/**
 * One run of a SARIF file: what one scanner found, or a part of it.
 *
 * @param category {@code automationDetails.id} up to its last slash: results of a later run of the same category take the
 *     place of these (SARIF 2.1.0 §3.17.3)
 * @param absent findings of the baseline that are gone
 */
public record SarifRun(ScannerRun scanner, String category, List<Finding> present, List<Finding> absent) {
    public SarifRun {
        present = List.copyOf(present);
        absent = List.copyOf(absent);
    }
}
