package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Value;
import dev.gatehouse.engine.sast.triage.value.Value.ClassName;
import dev.gatehouse.engine.sast.triage.value.Value.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    private static final Set<String> ASKED = Set.of(
            "org/springframework/core/env/Environment.getProperty",
            "org/springframework/core/env/PropertyResolver.getProperty",
            "org/springframework/core/env/Environment.getRequiredProperty",
            "org/springframework/core/env/PropertyResolver.getRequiredProperty",
            "org/eclipse/microprofile/config/Config.getValue");
    private static final Set<String> BINDING = Set.of(
            "Lorg/springframework/boot/context/properties/ConfigurationProperties;",
            "Lorg/eclipse/microprofile/config/inject/ConfigProperties;");

    private final Program program;
    private final Resources resources;
    private @Nullable Map<String, String> known;

    Settings(Program program, Resources resources) {
        this.program = program;
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

    /** What is asked for by name: Spring's environment, MicroProfile's configuration. */
    @Nullable
    Answer answer(Invocation call) {
        if (call.isStatic() || !ASKED.contains(call.owner() + '.' + call.name())) {
            return null;
        }
        boolean otherwise = call.arguments().size() == 2 && call.argument(1).constant() instanceof String;
        if (!(call.argument(0).constant() instanceof String key)
                || (call.arguments().size() == 2
                        && !otherwise
                        && !(call.argument(1).constant() instanceof ClassName))) {
            return null;
        }
        var said = setting(key, otherwise && call.argument(1).constant() instanceof String text ? text : null);
        return Answer.of(said.numbered(call.number()));
    }

    /**
     * What is put into a field of a class that is filled from all settings of a prefix; the spelling of names is loose, as
     * Spring's is.
     */
    Optional<Value> bound(@Nullable List<AnnotationNode> ofType, String field) {
        if (ofType == null) {
            return Optional.empty();
        }
        for (var annotation : ofType) {
            if (BINDING.contains(annotation.desc)) {
                var prefix = text(annotation, "prefix");
                var name = loose((prefix == null ? text(annotation, "value") : prefix) + "." + field);
                return all().entrySet().stream()
                        .filter(entry -> loose(entry.getKey()).equals(name))
                        .map(entry -> Value.constant(new Setting(entry.getValue())))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static String loose(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    private Map<String, String> all() {
        var all = known;
        if (all == null) {
            all = new HashMap<>();
            for (var file : FILES) {
                resources.texts(file).orElse(Map.of()).forEach(all::putIfAbsent);
            }
            for (var file : declared()) {
                resources.texts(file).orElse(Map.of()).forEach(all::putIfAbsent);
            }
            known = all;
        }
        return all;
    }

    /** Files that classes of the module name as further sources of settings. */
    private Set<String> declared() {
        var declared = new TreeSet<String>();
        for (var name : program.files().names()) {
            boolean names = program.files()
                    .bytes(name)
                    .filter(bytes -> ClassBytes.mention(bytes, "context/annotation/PropertySource;"))
                    .isPresent();
            var annotations = names
                    ? program.type(name).map(type -> type.visibleAnnotations).orElse(null)
                    : null;
            if (annotations != null) {
                annotations.stream()
                        .filter(one -> one.desc.equals("Lorg/springframework/context/annotation/PropertySource;"))
                        .forEach(one -> declared.addAll(places(one)));
            }
        }
        return declared;
    }

    private static List<String> places(AnnotationNode source) {
        for (int i = 0; source.values != null && i + 1 < source.values.size(); i += 2) {
            if (source.values.get(i).equals("value") && source.values.get(i + 1) instanceof List<?> places) {
                return places.stream()
                        .map(String::valueOf)
                        .filter(place -> place.startsWith("classpath:"))
                        .map(place -> place.substring("classpath:".length()).replaceFirst("^/", ""))
                        .toList();
            }
        }
        return List.of();
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
