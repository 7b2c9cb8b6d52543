package dev.gatehouse.scanners.dast.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;

/** A YAML document as the JSON that it stands for; every plain value is a text. */
final class YamlTree {
    private YamlTree() {}

    static JsonNode of(YamlMap map) {
        var node = JsonNodeFactory.instance.objectNode();
        for (var key : map.keys()) {
            map.get(key).ifPresent(value -> node.set(key, of(value)));
        }
        return node;
    }

    private static JsonNode of(YamlValue value) {
        if (value.isMap()) {
            return of(value.map());
        }
        if (value.isList()) {
            var list = JsonNodeFactory.instance.arrayNode();
            value.list().forEach(element -> list.add(of(element)));
            return list;
        }
        return JsonNodeFactory.instance.textNode(value.text());
    }
}
