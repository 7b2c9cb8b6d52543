package dev.gatehouse.findings.report.sarif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.text.VisibleText;
import java.util.Collection;

/** Small JSON values. */
final class Node {
    private Node() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode of(String name, String value) {
        return object().put(name, value);
    }

    static ObjectNode of(String name, JsonNode value) {
        return object().set(name, value);
    }

    static ArrayNode array(Collection<? extends JsonNode> values) {
        return JsonNodeFactory.instance.arrayNode().addAll(values);
    }

    static ArrayNode array(JsonNode... values) {
        return array(java.util.List.of(values));
    }

    static ArrayNode texts(Collection<String> values) {
        var array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array;
    }

    /** A message; viewers show it, so hidden characters become visible. */
    static ObjectNode message(String text) {
        return of("text", text(text));
    }

    static String text(String text) {
        var shown = VisibleText.block(text);
        return shown.isBlank() ? "(no text)" : shown;
    }
}
