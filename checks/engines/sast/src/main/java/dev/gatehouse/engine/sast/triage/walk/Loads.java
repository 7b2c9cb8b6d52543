package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.file.Node;
import dev.gatehouse.engine.sast.triage.value.Thing;
import dev.gatehouse.engine.sast.triage.value.Value.ClassName;
import dev.gatehouse.engine.sast.triage.value.Value.ResourceName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls that read a whole file of the program's own: properties, YAML, JSON and XML. */
final class Loads {
    /** What a YAML or JSON file becomes where nothing narrower is asked for. */
    private static final Set<String> COLLECTIONS = Set.of(
            "java/util/Map", "java/util/HashMap", "java/util/LinkedHashMap", "java/util/List", "java/lang/Object");

    private final Resources resources;
    private final Trees trees;

    Loads(Resources resources, Trees trees) {
        this.resources = resources;
        this.trees = trees;
    }

    @Nullable
    Answer answer(Invocation call) {
        return switch (call.owner() + '.' + call.name()) {
            case "java/util/Properties.load", "java/util/Properties.loadFromXML" -> properties(call);
            case "org/springframework/core/io/support/PropertiesLoaderUtils.loadProperties",
                    "org/springframework/core/io/support/PropertiesLoaderUtils.loadAllProperties" ->
                newProperties(call);
            case "org/yaml/snakeyaml/Yaml.load",
                    "org/snakeyaml/engine/v2/api/Load.loadFromInputStream",
                    "org/snakeyaml/engine/v2/api/Load.loadFromReader" -> yaml(call);
            case "org/yaml/snakeyaml/Yaml.loadAs" -> isCollection(call) ? yaml(call) : null;
            case "com/fasterxml/jackson/databind/ObjectMapper.readTree",
                    "com/fasterxml/jackson/dataformat/yaml/YAMLMapper.readTree",
                    "com/fasterxml/jackson/databind/json/JsonMapper.readTree" -> json(call);
            case "com/fasterxml/jackson/databind/ObjectMapper.readValue",
                    "com/fasterxml/jackson/dataformat/yaml/YAMLMapper.readValue",
                    "com/fasterxml/jackson/databind/json/JsonMapper.readValue" ->
                isCollection(call) ? yaml(call) : names(call, Trees.JSON) ? json(call) : null;
            case "javax/xml/parsers/DocumentBuilder.parse" -> document(call);
            default -> null;
        };
    }

    private static boolean isCollection(Invocation call) {
        return COLLECTIONS.stream().anyMatch(type -> names(call, type));
    }

    /** Whether the second argument is this class. */
    private static boolean names(Invocation call, String type) {
        return call.arguments().size() == 2
                && call.argument(1).constant() instanceof ClassName name
                && name.name().equals(type);
    }

    private static Optional<String> file(Invocation call) {
        return !call.arguments().isEmpty() && call.argument(0).constant() instanceof ResourceName file
                ? Optional.of(file.name())
                : Optional.empty();
    }

    private @Nullable Answer properties(Invocation call) {
        var read = file(call).flatMap(resources::texts);
        if (read.isEmpty()) {
            return null;
        }
        Maps.fill(call.heap(), call.receiver(), read.get());
        return Answer.NOTHING;
    }

    private @Nullable Answer newProperties(Invocation call) {
        Optional<Map<String, String>> read = call.argument(0).constant() instanceof String name
                ? resources.texts(name)
                : file(call).flatMap(resources::texts);
        if (read.isEmpty()) {
            return null;
        }
        var made = call.heap().make(call.number(), Thing.map("java/util/Properties"));
        Maps.fill(call.heap(), made, read.get());
        return Answer.of(made);
    }

    private @Nullable Answer yaml(Invocation call) {
        return tree(call)
                .map(node -> trees.collections(call, node))
                .map(Answer::of)
                .orElse(null);
    }

    private @Nullable Answer json(Invocation call) {
        return tree(call).map(node -> trees.json(call, node)).map(Answer::of).orElse(null);
    }

    private @Nullable Answer document(Invocation call) {
        return file(call)
                .flatMap(resources::tree)
                .filter(Node.Element.class::isInstance)
                .map(node -> trees.document(call, node))
                .map(Answer::of)
                .orElse(null);
    }

    private Optional<Node> tree(Invocation call) {
        return file(call).flatMap(resources::tree).filter(node -> !(node instanceof Node.Element));
    }
}
