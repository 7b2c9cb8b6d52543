package dev.gatehouse.findings.report.sarif;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.model.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lists of weaknesses that the results of a run refer to: CWE and the editions of the OWASP Top 10 (§3.19.3). */
final class Taxonomies {
    private static final String CWE = "CWE";

    /** By name of the taxonomy: names by id of the weakness. */
    private final Map<String, Map<String, String>> taxa = new TreeMap<>();

    /** References by what they are made of; most findings share theirs with many others. */
    private final Map<List<Object>, List<ObjectNode>> references = new HashMap<>();

    private Taxonomies() {}

    static Taxonomies of(List<Finding> findings) {
        var all = new Taxonomies();
        for (var finding : findings) {
            for (int cwe : finding.cwe()) {
                all.taxa.computeIfAbsent(CWE, any -> new TreeMap<>()).put(Integer.toString(cwe), "CWE-" + cwe);
            }
            finding.owasp()
                    .forEach((edition, categories) -> categories.forEach(category -> all.taxa
                            .computeIfAbsent(owasp(edition), any -> new TreeMap<>())
                            .put(category.id(), category.name())));
        }
        return all;
    }

    private static String owasp(String edition) {
        return "OWASP Top 10 " + edition;
    }

    ArrayNode asNodes() {
        return Node.array(taxa.entrySet().stream()
                .map(entry -> taxonomy(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static ObjectNode taxonomy(String name, Map<String, String> members) {
        boolean isCwe = name.equals(CWE);
        var node = Node.object()
                .put("name", name)
                .put("organization", isCwe ? "MITRE" : "OWASP")
                .put("informationUri", isCwe ? "https://cwe.mitre.org/" : "https://owasp.org/Top10/")
                .put("isComprehensive", false);
        node.set(
                "shortDescription",
                Node.message(
                        isCwe ? "Common Weakness Enumeration" : "The ten most critical risks to web applications"));
        node.set(
                "taxa",
                Node.array(members.entrySet().stream()
                        .map(member -> Node.of("id", member.getKey()).put("name", Node.text(member.getValue())))
                        .toList()));
        return node;
    }

    /** For the driver: which taxonomies it uses. */
    ArrayNode references() {
        return Node.array(taxa.keySet().stream().map(this::component).toList());
    }

    /** References to all that a finding belongs to, CWE first; shared between findings, so not to be changed. */
    List<ObjectNode> of(Finding finding) {
        return references.computeIfAbsent(List.of(finding.cwe(), finding.owasp()), any -> made(finding));
    }

    private List<ObjectNode> made(Finding finding) {
        var references = new ArrayList<ObjectNode>();
        finding.cwe().stream().distinct().forEach(cwe -> references.add(reference(CWE, Integer.toString(cwe))));
        new TreeMap<>(finding.owasp())
                .descendingMap()
                .forEach((edition, categories) ->
                        categories.forEach(category -> references.add(reference(owasp(edition), category.id()))));
        return references;
    }

    private ObjectNode reference(String taxonomy, String id) {
        var members = new ArrayList<>(taxa.getOrDefault(taxonomy, Map.of()).keySet());
        var reference = Node.object().put("id", id).put("index", members.indexOf(id));
        reference.set("toolComponent", component(taxonomy));
        return reference;
    }

    private ObjectNode component(String name) {
        return Node.of("name", name).put("index", new ArrayList<>(taxa.keySet()).indexOf(name));
    }
}
