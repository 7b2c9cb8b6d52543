package dev.gatehouse.findings.config;

import dev.gatehouse.findings.BadInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Keys and values of a YAML file, in the file's order. */
public final class YamlMap {
    private final YamlValue self;
    private final Map<String, YamlValue> keys = new LinkedHashMap<>();
    private final Map<String, YamlValue> values = new LinkedHashMap<>();

    YamlMap(String file, MappingNode node) {
        self = new YamlValue(file, node);
        node.getValue().forEach(tuple -> {
            var key = new YamlValue(file, tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode)) {
                throw key.wrong("a key must be a text");
            }
            if (keys.put(key.text(), key) != null) {
                throw key.wrong("'%s' is there twice".formatted(key.text()));
            }
            values.put(key.text(), new YamlValue(file, tuple.getValueNode()));
        });
    }

    public Set<String> keys() {
        return keys.keySet();
    }

    public String where() {
        return self.where();
    }

    public String line() {
        return self.line();
    }

    public BadInput wrong(String sentence) {
        return self.wrong(sentence);
    }

    /** The value of {@code key}; absent when the key is, or when its value is empty or {@code null}. */
    public Optional<YamlValue> get(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> value.isMap() || value.isList() || !isNull(value));
    }

    public YamlValue require(String key) {
        return get(key).orElseThrow(() -> wrong("'%s' is missing".formatted(key)));
    }

    /** Refuses every key that is not one of {@code known}, naming the nearest known one. */
    public YamlMap only(String... known) {
        strangers(List.of(known)).stream().findFirst().ifPresent(mistake -> {
            throw mistake;
        });
        return this;
    }

    /** A mistake for every key that is not one of {@code known}, naming the nearest known one. */
    public List<BadInput> strangers(Collection<String> known) {
        var mistakes = new ArrayList<BadInput>();
        keys.forEach((name, key) -> {
            if (!known.contains(name)) {
                mistakes.add(key.wrong("unknown key '%s'%s"
                        .formatted(
                                name,
                                Nearest.of(name, known)
                                        .map("; did you mean '%s'?"::formatted)
                                        .orElse("; known are " + String.join(", ", known)))));
            }
        });
        return List.copyOf(mistakes);
    }

    private static boolean isNull(YamlValue value) {
        return Set.of("", "null", "~").contains(value.text());
    }
}
