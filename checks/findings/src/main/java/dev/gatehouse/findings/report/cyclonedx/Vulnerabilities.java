package dev.gatehouse.findings.report.cyclonedx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.model.Acceptance;
import dev.gatehouse.findings.model.Cvss;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.text.VisibleText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Vulnerabilities of libraries: one entry for each vulnerability and decision, naming every library that it affects. */
final class Vulnerabilities {
    private Vulnerabilities() {}

    private record Key(String vulnerability, @Nullable Acceptance acceptance) {}

    /** Those of libraries; a weakness of the code is no vulnerability that others know. */
    static ArrayNode of(List<Finding> findings) {
        return nodes(findings.stream()
                .filter(finding -> finding.location() instanceof Location.Dependency)
                .toList());
    }

    /** Those that somebody decided about, weaknesses of the code among them. */
    static ArrayNode decided(List<Finding> findings) {
        return nodes(findings.stream()
                .filter(finding -> finding.acceptance() != null)
                .toList());
    }

    private static ArrayNode nodes(List<Finding> findings) {
        var groups = new LinkedHashMap<Key, List<Finding>>();
        for (var finding : findings) {
            groups.computeIfAbsent(new Key(name(finding), finding.acceptance()), any -> new ArrayList<>())
                    .add(finding);
        }
        var nodes = JsonNodeFactory.instance.arrayNode();
        groups.values().forEach(group -> nodes.add(node(group, nodes.size())));
        return nodes;
    }

    private static ObjectNode node(List<Finding> group, int number) {
        var first = group.get(0);
        var id = VisibleText.line(name(first));
        var node = JsonNodeFactory.instance.objectNode();
        node.put("bom-ref", "gatehouse:vulnerability:%d:%s".formatted(number, id))
                .put("id", id);
        if (id.matches("CVE-\\d{4}-\\d{4,}")) {
            node.putObject("source").put("name", "NVD").put("url", "https://nvd.nist.gov/vuln/detail/" + id);
        }
        node.putArray("ratings").add(rating(first));
        if (!first.cwe().isEmpty()) {
            first.cwe().stream().distinct().forEach(node.putArray("cwes")::add);
        }
        putText(node, "description", first.description());
        putText(node, "recommendation", first.remediation());
        first.evidence().references().stream()
                .distinct()
                .filter(Vulnerabilities::isAddress)
                .forEach(reference ->
                        node.withArrayProperty("advisories").addObject().put("url", reference));
        var acceptance = first.acceptance();
        if (acceptance != null) {
            node.set("analysis", Analysis.of(acceptance));
        }
        var affects = node.putArray("affects");
        group.stream()
                .map(Vulnerabilities::affected)
                .distinct()
                .forEach(ref -> affects.addObject().put("ref", ref));
        var properties = node.putArray("properties");
        group.forEach(finding -> properties.add(Components.property("gatehouse:finding", finding.id())));
        return node;
    }

    private static String name(Finding finding) {
        return finding.location() instanceof Location.Dependency ? finding.rule() : "gatehouse:" + finding.id();
    }

    private static String affected(Finding finding) {
        return finding.location() instanceof Location.Dependency library
                ? Components.ref(library.purl())
                : Components.ROOT;
    }

    private static void putText(ObjectNode node, String name, String text) {
        if (!text.isBlank()) {
            node.put(name, VisibleText.block(text));
        }
    }

    private static ObjectNode rating(Finding finding) {
        var rating = JsonNodeFactory.instance.objectNode();
        var cvss = finding.cvss();
        if (cvss != null) {
            rating.put("score", cvss.score());
        }
        rating.put("severity", finding.severity().label());
        if (cvss != null) {
            rating.put("method", method(cvss));
            if (cvss.vector() != null) {
                rating.put("vector", VisibleText.line(cvss.vector()));
            }
        }
        return rating;
    }

    private static String method(Cvss cvss) {
        return switch (cvss.version().toLowerCase(Locale.ROOT)) {
            case "2", "2.0" -> "CVSSv2";
            case "3", "3.0" -> "CVSSv3";
            case "3.1" -> "CVSSv31";
            case "4", "4.0" -> "CVSSv4";
            default -> "other";
        };
    }

    private static boolean isAddress(String reference) {
        try {
            var scheme = new URI(reference).getScheme();
            return "https".equals(scheme) || "http".equals(scheme);
        } catch (URISyntaxException e) {
            // not an address: the format has no place for it, and report.json keeps it
            return false;
        }
    }
}
