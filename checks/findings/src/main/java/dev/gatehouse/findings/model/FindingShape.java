package dev.gatehouse.findings.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finding as {@code report.json} and every file made of it have it: one flat object, in this order. Components that
 * the file leaves out are null until somebody who reads it has checked.
 */
public record FindingShape(
        String id,
        ScannerKind scanner,
        String rule,
        String title,
        String description,
        String remediation,
        Severity severity,
        Confidence confidence,
        @Nullable Cvss cvss,
        List<Integer> cwe,
        Location location,
        Evidence evidence,
        List<String> tags,
        Map<String, List<OwaspCategory>> owasp,
        State state,
        @Nullable Match match,
        @Nullable String firstSeen,
        @Nullable Acceptance acceptance,
        @Nullable Triage triage) {

    static FindingShape of(Finding finding) {
        return new FindingShape(
                finding.id(),
                finding.scanner(),
                finding.rule(),
                finding.title(),
                finding.description(),
                finding.remediation(),
                finding.severity(),
                finding.confidence(),
                finding.cvss(),
                finding.cwe(),
                finding.location(),
                finding.evidence(),
                finding.tags(),
                finding.owasp(),
                finding.state(),
                finding.match(),
                finding.firstSeen(),
                finding.acceptance(),
                finding.triage());
    }

    Finding finding() {
        return new Finding(
                new Sighting(
                        scanner,
                        rule,
                        new Sighting.Texts(title, description, remediation),
                        new Sighting.Rating(severity, confidence, cvss),
                        cwe,
                        location,
                        evidence,
                        tags),
                new Standing(id, owasp, state, match, firstSeen, acceptance, triage));
    }
}
