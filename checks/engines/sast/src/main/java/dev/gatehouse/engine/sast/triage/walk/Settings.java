package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Value;
import dev.gatehouse.engine.sast.triage.value.Value.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AnnotationNode;

/**
 * Values that Spring and MicroProfile put into fields and parameters from the application's settings. Whoever runs the
 * application may set them otherwise, so what the files say is no constant; nobody who sends a request has a hand in it.
 */
final class Settings {
    private static final String SPRING = "Lorg/springframework/beans/factory/annotation/Value;";
    private static final String MICROPROFILE = "Lorg/eclipse/microprofile/config/inject/ConfigProperty;";
    private static final List<String> FILES = List.of(
            "application.properties",
            "application.yml",
            "application.yaml",
            "config/application.properties",
            "config/application.yml",
            "config/application.yaml",
            "META-INF/microprofile-config.properties");
    private static final Pattern KEY = Pattern.compile("\\$\\{([^:{}]+)(?::([^{}]*))?}");

    private final Resources resources;
    private @Nullable Map<String, String> known;

    Settings(Resources resources) {
        this.resources = resources;
    }

    /** What the annotations say is put there; none when they say nothing of the kind. */
    Optional<Value> of(@Nullable List<AnnotationNode> annotations) {
        if (annotations == null) {
            return Optional.empty();
        }
        for (var annotation : annotations) {
            if (annotation.desc.equals(SPRING)) {
                return Optional.of(spring(text(annotation, "value")));
            }
            if (annotation.desc.equals(MICROPROFILE)) {
                return Optional.of(setting(text(annotation, "name"), text(annotation, "defaultValue")));
            }
        }
        return Optional.empty();
    }

    private Value spring(@Nullable String expression) {
        if (expression == null || expression.contains("#{")) {
            return Value.UNKNOWN;
        }
        var key = KEY.matcher(expression);
        return key.matches() ? setting(key.group(1), key.group(2)) : Value.SAFE;
    }

    private Value setting(@Nullable String key, @Nullable String otherwise) {
        var text = key == null ? null : all().getOrDefault(key, otherwise);
        return text == null ? Value.SAFE : Value.constant(new Setting(text));
    }

    private Map<String, String> all() {
        var all = known;
        if (all == null) {
            all = new HashMap<>();
            for (var file : FILES) {
                resources.texts(file).orElse(Map.of()).forEach(all::putIfAbsent);
            }
            known = all;
        }
        return all;
    }

    private static @Nullable String text(AnnotationNode annotation, String name) {
        for (int i = 0; annotation.values != null && i + 1 < annotation.values.size(); i += 2) {
            if (name.equals(annotation.values.get(i)) && annotation.values.get(i + 1) instanceof String text) {
                return text;
            }
        }
        return null;
    }
}
