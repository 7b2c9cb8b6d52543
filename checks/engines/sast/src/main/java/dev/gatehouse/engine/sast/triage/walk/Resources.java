package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.YamlFile;
import dev.gatehouse.findings.config.YamlMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Files that a program packs beside its classes, read as keys and texts. */
final class Resources {
    private final ProgramFiles files;
    private final Map<String, Optional<Map<String, String>>> known = new HashMap<>();

    Resources(ProgramFiles files) {
        this.files = files;
    }

    /** Keys of nested maps joined by dots; none for a file that is not there or is no such file. */
    Optional<Map<String, String>> texts(String path) {
        return known.computeIfAbsent(path, this::read);
    }

    private Optional<Map<String, String>> read(String path) {
        var bytes = files.resource(path);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (path.endsWith(".yml") || path.endsWith(".yaml")) {
                var texts = new HashMap<String, String>();
                add(YamlFile.parse(path, new String(bytes.get(), StandardCharsets.UTF_8)), "", texts);
                return Optional.of(texts);
            }
            return Optional.of(properties(bytes.get(), path.endsWith(".xml")));
        } catch (IOException | IllegalArgumentException | BadInput e) {
            return Optional.empty(); // what it says is not known then
        }
    }

    private static Map<String, String> properties(byte[] bytes, boolean xml) throws IOException {
        var read = new Properties();
        var in = new ByteArrayInputStream(bytes);
        if (xml) {
            read.loadFromXML(in);
        } else {
            read.load(in);
        }
        var texts = new HashMap<String, String>();
        read.stringPropertyNames().forEach(name -> texts.put(name, read.getProperty(name)));
        return texts;
    }

    private static void add(YamlMap map, String above, Map<String, String> texts) {
        for (var key : map.keys()) {
            map.get(key).ifPresent(value -> {
                if (value.isMap()) {
                    add(value.map(), above + key + '.', texts);
                } else if (!value.isList()) {
                    texts.put(above + key, value.text());
                }
            });
        }
    }
}
