package dev.gatehouse.findings.report.sarif;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.State;
import dev.gatehouse.findings.report.Report;

/** Findings as results (SARIF 2.1.0 §3.27). */
final class Results {
    private final boolean hasBaseline;
    private final Rules rules;
    private final Taxonomies taxonomies;
    private final Places places;

    Results(Report report, Rules rules, Taxonomies taxonomies, Places places) {
        this.hasBaseline = report.baseline() != null;
        this.rules = rules;
        this.taxonomies = taxonomies;
        this.places = places;
    }

    ObjectNode present(Finding finding) {
        var node = result(finding);
        if (hasBaseline) {
            node.put("baselineState", finding.state() == State.EXISTING ? "unchanged" : "new");
        }
        return node;
    }

    /** A finding of the baseline that is gone. */
    ObjectNode absent(Finding finding) {
        return result(finding).put("baselineState", "absent");
    }

    private ObjectNode result(Finding finding) {
        var node = Node.object()
                .put("ruleId", Node.text(finding.rule()))
                .put("ruleIndex", rules.index(finding.rule()))
                .put("level", Rules.level(finding.severity()));
        node.set("message", Node.message(message(finding)));
        node.set("locations", Node.array(places.of(finding)));
        var related = places.related(finding);
        if (!related.isEmpty()) {
            node.set("relatedLocations", Node.array(related));
        }
        node.set(
                "partialFingerprints",
                Node.of("gatehouse/v1", finding.id()).put("primaryLocationLineHash", finding.id()));
        var taxa = taxonomies.of(finding);
        if (!taxa.isEmpty()) {
            node.set("taxa", Node.array(taxa));
        }
        if (!finding.evidence().steps().isEmpty()) {
            var steps = finding.evidence().steps().stream().map(places::step).toList();
            var flow = Node.of("threadFlows", Node.array(Node.of("locations", Node.array(steps))));
            node.set("codeFlows", Node.array(flow));
        }
        if (finding.location() instanceof Location.Http request) {
            node.set(
                    "webRequest",
                    Node.object()
                            .put("method", Node.text(request.method()))
                            .put("target", ArtifactUri.address(request.url())));
        }
        // an empty list says: nobody let it through (§3.27.23)
        node.set("suppressions", Suppressions.of(finding));
        node.set("properties", properties(finding));
        return node;
    }

    private static String message(Finding finding) {
        var text = finding.description().isBlank() ? finding.title() : finding.description();
        return finding.location() instanceof Location.Dependency library ? text + " (" + library.purl() + ")" : text;
    }

    private static ObjectNode properties(Finding finding) {
        var node = Node.object()
                .put("severity", finding.severity().label())
                .put("confidence", finding.confidence().label())
                .put("state", finding.state().label());
        var cvss = finding.cvss();
        if (cvss != null) {
            node.put("cvss", cvss.score());
        }
        var triage = finding.triage();
        if (triage != null) {
            node.putObject("triage").put("level", triage.level().label()).put("reason", triage.reason());
        }
        var match = finding.match();
        if (match != null) {
            node.put("match", match.reason().label());
        }
        return node;
    }
}
