package dev.gatehouse.findings.report.sarif;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.model.ScannerRun;
import dev.gatehouse.findings.report.Report;

/** The tool of a run: the engine that looked, with its rules (SARIF 2.1.0 §3.18). */
final class ToolNode {
    private ToolNode() {}

    static ObjectNode of(Report report, ScannerRun run, Rules rules, Taxonomies taxonomies) {
        var driver = Node.object()
                .put("name", "Gatehouse " + run.id().label() + " (" + Node.text(run.name()) + ")")
                .put("version", Node.text(run.version()))
                .put("organization", "Gatehouse");
        driver.set("supportedTaxonomies", taxonomies.references());
        driver.set("rules", rules.asNodes());
        var facts = Node.object()
                .put("status", run.status().label())
                .put("gatehouseVersion", report.tool().version());
        if (run.rulesDigest() != null) {
            facts.put("rulesDigest", run.rulesDigest());
        }
        if (run.databaseDate() != null) {
            facts.put("databaseDate", run.databaseDate());
        }
        driver.set("properties", facts);
        return Node.of("driver", driver);
    }
}
