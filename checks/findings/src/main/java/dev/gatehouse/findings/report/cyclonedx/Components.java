package dev.gatehouse.findings.report.cyclonedx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.model.Component;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.text.VisibleText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The libraries of a report, each once, by package URL; one that only a finding names is among them. */
final class Components {
    static final String ROOT = "gatehouse:project";

    private final Map<String, Component> byPurl = new LinkedHashMap<>();

    private Components() {}

    static Components of(Report report) {
        var all = new Components();
        report.components().forEach(component -> all.byPurl.putIfAbsent(component.purl(), component));
        for (var finding : report.findings()) {
            if (finding.location() instanceof Location.Dependency library) {
                all.byPurl.computeIfAbsent(library.purl(), purl -> fromFinding(library));
            }
        }
        return all;
    }

    private static Component fromFinding(Location.Dependency library) {
        var name = library.file().substring(library.file().lastIndexOf('/') + 1);
        return new Component(
                library.purl(),
                null,
                name.isBlank() ? library.purl() : name,
                "",
                library.file(),
                null,
                library.sha256(),
                List.of(),
                library.modules(),
                false,
                List.of());
    }

    ArrayNode asNodes() {
        var nodes = JsonNodeFactory.instance.arrayNode();
        byPurl.values().forEach(component -> nodes.add(node(component)));
        return nodes;
    }

    private static ObjectNode node(Component component) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("type", "library").put("bom-ref", ref(component.purl()));
        var group = component.group();
        if (group != null && !group.isBlank()) {
            node.put("group", VisibleText.line(group));
        }
        node.put("name", VisibleText.line(component.name()));
        if (!component.version().isBlank()) {
            node.put("version", VisibleText.line(component.version()));
        }
        hash(node, "SHA-1", component.sha1(), 40);
        hash(node, "SHA-256", component.sha256(), 64);
        Licenses.put(node, component.licenses());
        node.put("purl", VisibleText.line(component.purl()));
        var properties = JsonNodeFactory.instance.arrayNode();
        if (component.file() != null) {
            properties.add(property("gatehouse:file", component.file()));
        }
        component.modules().forEach(module -> properties.add(property("gatehouse:module", module)));
        return properties.isEmpty() ? node : node.set("properties", properties);
    }

    private static void hash(ObjectNode node, String algorithm, @Nullable String hex, int length) {
        if (hex != null && hex.matches("[0-9a-fA-F]{" + length + "}")) {
            node.withArrayProperty("hashes").addObject().put("alg", algorithm).put("content", hex);
        }
    }

    static ObjectNode property(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put("name", name).put("value", VisibleText.line(value));
    }

    static String ref(String purl) {
        var ref = VisibleText.line(purl);
        return ref.isEmpty() ? "gatehouse:unnamed" : ref;
    }

    /** Who asks for whom; edges to libraries that the report does not have are left out. */
    ArrayNode graph() {
        var nodes = JsonNodeFactory.instance.arrayNode();
        nodes.add(edges(
                ROOT,
                byPurl.values().stream()
                        .filter(Component::direct)
                        .map(Component::purl)
                        .toList()));
        byPurl.values()
                .forEach(component -> nodes.add(edges(
                        ref(component.purl()),
                        component.dependsOn().stream()
                                .filter(byPurl::containsKey)
                                .distinct()
                                .toList())));
        return nodes;
    }

    private static ObjectNode edges(String from, List<String> to) {
        var node = JsonNodeFactory.instance.objectNode().put("ref", from);
        var targets = node.putArray("dependsOn");
        to.forEach(purl -> targets.add(ref(purl)));
        return node;
    }
}
