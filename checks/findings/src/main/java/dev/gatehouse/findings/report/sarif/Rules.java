package dev.gatehouse.findings.report.sarif;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rules behind a run's results (SARIF 2.1.0 §3.49), with the properties that GitHub's code scanning reads. */
final class Rules {
    private final Map<String, Integer> index = new LinkedHashMap<>();
    private final List<ObjectNode> nodes = new ArrayList<>();

    private Rules() {}

    static Rules of(List<Finding> findings, Taxonomies taxonomies) {
        var byRule = new LinkedHashMap<String, List<Finding>>();
        findings.forEach(finding ->
                byRule.computeIfAbsent(finding.rule(), any -> new ArrayList<>()).add(finding));
        var rules = new Rules();
        byRule.forEach((rule, its) -> {
            rules.index.put(rule, rules.nodes.size());
            rules.nodes.add(node(rule, its, taxonomies));
        });
        return rules;
    }

    int index(String rule) {
        return index.getOrDefault(rule, -1);
    }

    ArrayNode asNodes() {
        return Node.array(nodes);
    }

    private static ObjectNode node(String rule, List<Finding> its, Taxonomies taxonomies) {
        var worst = its.stream()
                .max(Comparator.comparing(Finding::severity).thenComparingDouble(Rules::score))
                .orElseThrow();
        var node = Node.of("id", Node.text(rule));
        node.set("shortDescription", Node.message(worst.title()));
        node.set("fullDescription", Node.message(worst.description().isBlank() ? worst.title() : worst.description()));
        node.set("help", Node.message(help(worst)));
        worst.evidence().references().stream()
                .filter(reference -> reference.startsWith("https://") || reference.startsWith("http://"))
                .findFirst()
                .ifPresent(reference -> node.put("helpUri", ArtifactUri.address(reference)));
        node.set("defaultConfiguration", Node.of("level", level(worst.severity())));
        node.set("relationships", relationships(worst, taxonomies));
        node.set("properties", properties(worst));
        return node;
    }

    private static String help(Finding finding) {
        var help = finding.description().isBlank() ? finding.title() : finding.description();
        return finding.remediation().isBlank() ? help : help + "\n\nHow to fix: " + finding.remediation();
    }

    private static ArrayNode relationships(Finding finding, Taxonomies taxonomies) {
        return Node.array(taxonomies.of(finding).stream()
                .map(target -> Node.of("target", target).<ObjectNode>set("kinds", Node.texts(List.of("superset"))))
                .toList());
    }

    private static ObjectNode properties(Finding finding) {
        var tags = new LinkedHashSet<String>();
        tags.add("security");
        finding.cwe().forEach(cwe -> tags.add(String.format(Locale.ROOT, "external/cwe/cwe-%03d", cwe)));
        finding.owasp()
                .getOrDefault("2025", List.of())
                .forEach(
                        category -> tags.add("owasp-top10-2025/" + category.id().toLowerCase(Locale.ROOT)));
        return Node.object()
                .put("security-severity", String.format(Locale.ROOT, "%.1f", score(finding)))
                .put("precision", finding.confidence().label())
                .put("problem.severity", problemSeverity(finding.severity()))
                .set("tags", Node.texts(tags));
    }

    /** The CVSS base score, or the middle of the severity's band where there is none. */
    static double score(Finding finding) {
        var cvss = finding.cvss();
        if (cvss != null && Severity.ofCvss(cvss.score()) == finding.severity()) {
            return cvss.score();
        }
        return switch (finding.severity()) {
            case CRITICAL -> 9.5;
            case HIGH -> 8.0;
            case MEDIUM -> 5.5;
            case LOW -> 2.0;
            case INFO -> 0.0;
        };
    }

    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }

    private static String problemSeverity(Severity severity) {
        return severity.atLeast(Severity.HIGH) ? "error" : severity == Severity.MEDIUM ? "warning" : "recommendation";
    }
}
