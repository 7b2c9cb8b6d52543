package dev.gatehouse.findings.report.sarif;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.gatehouse.findings.model.Finding;

/** Risk acceptances as suppressions from outside the code (SARIF 2.1.0 §3.35). */
final class Suppressions {
    private Suppressions() {}

    static ArrayNode of(Finding finding) {
        var acceptance = finding.acceptance();
        if (acceptance == null) {
            return Node.array();
        }
        var until = acceptance.expires() == null ? "" : ", until " + acceptance.expires();
        var why = acceptance.justification() == null ? "" : " (" + acceptance.justification() + ")";
        var sentence = "%s%s (accepted by %s%s; %s)"
                .formatted(acceptance.reason(), why, acceptance.owner(), until, acceptance.source());
        return Node.array(Node.object()
                .put("kind", "external")
                .put("status", "accepted")
                .put("justification", Node.text(sentence)));
    }
}
