package dev.gatehouse.scanners.vulndb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.protocol.sca.Vulnerability;
import java.util.List;
import java.util.Map;

/** Writes vulnerabilities in the shape of NVD JSON 2.0. */
final class NvdRecord {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> METRICS = Map.of(
            "AV",
            "attackVector",
            "AC",
            "attackComplexity",
            "PR",
            "privilegesRequired",
            "UI",
            "userInteraction",
            "S",
            "scope",
            "C",
            "confidentialityImpact",
            "I",
            "integrityImpact",
            "A",
            "availabilityImpact");

    private NvdRecord() {}

    /** A record of {@code nvd-java.json.gz} with the parts that it leaves out. */
    static ObjectNode complete(ObjectNode embedded) {
        var record = embedded.deepCopy();
        var cwe = (ArrayNode) record.remove("cwe");
        record.put("sourceIdentifier", "nvd@nist.gov");
        record.set("descriptions", JSON.arrayNode().add(text(Vulnerability.NO_DESCRIPTION)));
        var weaknesses = JSON.arrayNode();
        cwe.forEach(id -> weaknesses.add(weakness(id.asText())));
        record.set("weaknesses", weaknesses);
        record.set("references", JSON.arrayNode());
        return record;
    }

    /** A record made of a checked row alone. */
    static ObjectNode of(CveFact fact) {
        var record = JSON.objectNode()
                .put("id", fact.cve())
                .put("published", fact.published() + "T00:00:00.000")
                .put("lastModified", fact.published() + "T00:00:00.000")
                .put("vulnStatus", "Analyzed");
        record.set("cwe", JSON.arrayNode());
        record.set("metrics", JSON.objectNode());
        record.set("configurations", JSON.arrayNode());
        return correct(complete(record), fact);
    }

    /**
     * Lets a checked row speak for its product: its ranges and CWE replace what the record says of that product, its
     * rating is added if the record has none of that version of CVSS.
     */
    static ObjectNode correct(ObjectNode record, CveFact fact) {
        var weaknesses = JSON.arrayNode();
        fact.cwe().forEach(id -> weaknesses.add(weakness(id)));
        record.set("weaknesses", weaknesses);
        var configurations = (ArrayNode) record.get("configurations");
        configurations.forEach(configuration -> configuration.get("nodes").forEach(node -> {
            for (var matches = node.get("cpeMatch").elements(); matches.hasNext(); ) {
                if (matches.next().get("criteria").asText().startsWith("cpe:2.3:a:" + fact.product() + ":")) {
                    matches.remove();
                }
            }
        }));
        dropEmpty(configurations);
        configurations.add(AffectedCpe.configuration(fact));
        var metrics = (ObjectNode) record.get("metrics");
        var key = metricKey(fact.cvssVersion());
        if (!metrics.has(key)) {
            metrics.set(key, JSON.arrayNode().add(metric(fact)));
        }
        return record;
    }

    private static void dropEmpty(ArrayNode configurations) {
        for (var each = configurations.elements(); each.hasNext(); ) {
            var nodes = each.next().get("nodes").elements();
            var left = false;
            while (nodes.hasNext()) {
                if (nodes.next().get("cpeMatch").isEmpty()) {
                    nodes.remove();
                } else {
                    left = true;
                }
            }
            if (!left) {
                each.remove();
            }
        }
    }

    private static String metricKey(String cvssVersion) {
        return switch (cvssVersion) {
            case "2.0" -> "cvssMetricV2";
            case "3.0" -> "cvssMetricV30";
            case "3.1" -> "cvssMetricV31";
            default -> throw new IllegalStateException("cve-facts.csv has CVSS " + cvssVersion);
        };
    }

    private static ObjectNode metric(CveFact fact) {
        var metric = JSON.objectNode().put("source", "nvd@nist.gov").put("type", "Primary");
        var data = JSON.objectNode().put("version", fact.cvssVersion()).put("vectorString", fact.vector());
        for (var part : fact.vector().replaceFirst("^CVSS:3\\.[01]/", "").split("/", -1)) {
            var metricAndValue = part.split(":", 2);
            if (fact.cvssVersion().equals("2.0")) {
                putV2(data, metricAndValue[0], metricAndValue[1]);
            } else {
                data.put(String.valueOf(METRICS.get(metricAndValue[0])), v3Word(metricAndValue[0], metricAndValue[1]));
            }
        }
        data.put("baseScore", fact.score());
        if (fact.cvssVersion().equals("2.0")) {
            metric.put("baseSeverity", fact.severity());
        } else {
            data.put("baseSeverity", fact.severity());
        }
        metric.set("cvssData", data);
        return metric;
    }

    private static void putV2(ObjectNode data, String metric, String value) {
        switch (metric) {
            case "AV" -> data.put("accessVector", word(value, "N", "NETWORK", "A", "ADJACENT_NETWORK", "L", "LOCAL"));
            case "AC" -> data.put("accessComplexity", word(value, "L", "LOW", "M", "MEDIUM", "H", "HIGH"));
            case "Au" -> data.put("authentication", word(value, "N", "NONE", "S", "SINGLE", "M", "MULTIPLE"));
            default ->
                data.put(
                        String.valueOf(METRICS.get(metric)), word(value, "N", "NONE", "P", "PARTIAL", "C", "COMPLETE"));
        }
    }

    private static String v3Word(String metric, String value) {
        return switch (metric) {
            case "AV" -> word(value, "N", "NETWORK", "A", "ADJACENT_NETWORK", "L", "LOCAL", "P", "PHYSICAL");
            case "UI" -> word(value, "N", "NONE", "R", "REQUIRED");
            case "S" -> word(value, "U", "UNCHANGED", "C", "CHANGED");
            default -> word(value, "N", "NONE", "L", "LOW", "H", "HIGH");
        };
    }

    private static String word(String letter, String... lettersAndWords) {
        for (int i = 0; i < lettersAndWords.length; i += 2) {
            if (lettersAndWords[i].equals(letter)) {
                return lettersAndWords[i + 1];
            }
        }
        throw new IllegalStateException("no CVSS value " + letter + " among " + List.of(lettersAndWords));
    }

    private static JsonNode text(String value) {
        return JSON.objectNode().put("lang", "en").put("value", value);
    }

    private static JsonNode weakness(String id) {
        var weakness = JSON.objectNode().put("source", "nvd@nist.gov").put("type", "Primary");
        weakness.set("description", JSON.arrayNode().add(text(id)));
        return weakness;
    }
}
