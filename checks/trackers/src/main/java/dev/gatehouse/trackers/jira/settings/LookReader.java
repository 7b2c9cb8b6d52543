package dev.gatehouse.trackers.jira.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.select.Glob;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code trackers.jira.issue}. */
final class LookReader {
    private static final List<String> KEYS =
            List.of("type", "priority", "components", "fix-version", "labels", "due", "fields");
    /** Those that we fill ourselves. */
    private static final List<String> OURS =
            List.of("project", "issuetype", "summary", "description", "labels", "reporter");

    private final Mistakes mistakes;

    LookReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Look read(YamlMap jira) {
        return jira.get("issue")
                .flatMap(value -> mistakes.in(value::map))
                .flatMap(issue -> mistakes.in(() -> look(issue)))
                .orElseGet(() -> new Look("Bug", Map.of(), List.of(), null, List.of(), true, Map.of()));
    }

    private Look look(YamlMap issue) {
        mistakes.addAll(issue.strangers(KEYS));
        return new Look(
                issue.get("type").map(YamlValue::text).orElse("Bug"),
                issue.get("priority").map(this::priorities).orElse(Map.of()),
                issue.get("components").map(LookReader::components).orElse(List.of()),
                text(issue, "fix-version"),
                issue.get("labels").map(LookReader::labels).orElse(List.of()),
                issue.get("due").map(YamlValue::bool).orElse(true),
                issue.get("fields").map(LookReader::fields).orElse(Map.of()));
    }

    private static @Nullable String text(YamlMap map, String key) {
        return map.get(key).map(YamlValue::text).orElse(null);
    }

    private Map<Severity, String> priorities(YamlValue value) {
        var map = value.map();
        mistakes.addAll(map.strangers(
                Arrays.stream(Severity.values()).map(Severity::label).toList()));
        var priorities = new EnumMap<Severity, String>(Severity.class);
        for (var severity : Severity.values()) {
            map.get(severity.label()).ifPresent(name -> priorities.put(severity, name.text()));
        }
        return priorities;
    }

    private static List<Placement> components(YamlValue value) {
        var map = value.map();
        return map.keys().stream()
                .map(place -> new Placement(new Glob(place), map.require(place).text()))
                .toList();
    }

    private static List<String> labels(YamlValue value) {
        return value.list().stream().map(LookReader::label).toList();
    }

    private static String label(YamlValue value) {
        if (!value.text().matches("\\S{1,255}")) {
            throw value.wrong("a label of Jira has no spaces and at most 255 characters");
        }
        return value.text();
    }

    private static Map<String, JsonNode> fields(YamlValue value) {
        var map = value.map();
        var fields = new LinkedHashMap<String, JsonNode>();
        for (var id : map.keys()) {
            if (OURS.contains(id)) {
                throw map.require(id).wrong("'%s' is filled by Gatehouse; other keys set it".formatted(id));
            }
            fields.put(id, json(map.require(id)));
        }
        return fields;
    }

    private static JsonNode json(YamlValue value) {
        var json = JsonNodeFactory.instance;
        if (value.isMap()) {
            var object = json.objectNode();
            var map = value.map();
            map.keys().forEach(key -> object.set(key, json(map.require(key))));
            return object;
        }
        if (value.isList()) {
            var array = json.arrayNode();
            value.list().forEach(one -> array.add(json(one)));
            return array;
        }
        return scalar(value.text());
    }

    private static JsonNode scalar(String text) {
        var json = JsonNodeFactory.instance;
        if (text.matches("-?(0|[1-9][0-9]{0,17})")) {
            return json.numberNode(Long.parseLong(text));
        }
        return text.equals("true") || text.equals("false")
                ? json.booleanNode(Boolean.parseBoolean(text))
                : json.textNode(text);
    }
}
