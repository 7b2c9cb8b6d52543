package dev.gatehouse.scanners.vulndb;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.text.NameUuid;

/** Writes the affected versions of a checked row as a configuration of NVD JSON 2.0. */
final class AffectedCpe {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AffectedCpe() {}

    static ObjectNode configuration(CveFact fact) {
        var matches = JSON.arrayNode();
        int number = 0;
        for (var range : fact.affected().split("\\|", -1)) {
            matches.add(match(fact, range.strip(), number++));
        }
        var node = JSON.objectNode().put("operator", "OR").put("negate", false);
        node.set("cpeMatch", matches);
        var configuration = JSON.objectNode();
        configuration.set("nodes", JSON.arrayNode().add(node));
        return configuration;
    }

    private static ObjectNode match(CveFact fact, String range, int number) {
        var match = JSON.objectNode().put("vulnerable", true);
        var version = "*:*";
        for (var bound : range.split(" ", -1)) {
            if (bound.startsWith(">=")) {
                match.put("versionStartIncluding", bound.substring(2));
            } else if (bound.startsWith(">")) {
                match.put("versionStartExcluding", bound.substring(1));
            } else if (bound.startsWith("<=")) {
                match.put("versionEndIncluding", bound.substring(2));
            } else if (bound.startsWith("<")) {
                match.put("versionEndExcluding", bound.substring(1));
            } else {
                version = bound.substring(1) + (bound.contains(":") ? "" : ":*");
            }
        }
        return match.put("criteria", "cpe:2.3:a:%s:%s:*:*:*:*:*:*".formatted(fact.product(), version))
                .put("matchCriteriaId", id(fact, number));
    }

    /** NVD gives each criterion an identifier; ours only need to be there and to differ. */
    private static String id(CveFact fact, int number) {
        return NameUuid.of("%s#%d".formatted(fact.cve(), number)).toString();
    }
}
