package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.file.Node;
import dev.gatehouse.engine.sast.triage.file.PackedFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Files that a program packs beside its classes, each read once. */
final class Resources {
    private final ProgramFiles files;
    private final Map<String, Optional<Map<String, String>>> texts = new HashMap<>();
    private final Map<String, Optional<Node>> trees = new HashMap<>();

    Resources(ProgramFiles files) {
        this.files = files;
    }

    ProgramFiles files() {
        return files;
    }

    /** Keys and texts, those of nested maps joined by dots; none for a file that is not there or is no such file. */
    Optional<Map<String, String>> texts(String path) {
        return texts.computeIfAbsent(
                path,
                one -> isYaml(one)
                        ? tree(one).flatMap(Node::flat)
                        : files.resource(one).flatMap(bytes -> PackedFile.properties(bytes, one.endsWith(".xml"))));
    }

    /** The file as a tree; none for one that is not there, is broken or is neither YAML, JSON nor XML. */
    Optional<Node> tree(String path) {
        return trees.computeIfAbsent(path, one -> {
            if (one.endsWith(".xml")) {
                return files.resource(one).flatMap(PackedFile::xml);
            }
            return isYaml(one) || one.endsWith(".json")
                    ? files.resource(one).flatMap(bytes -> PackedFile.yaml(one, bytes))
                    : Optional.empty();
        });
    }

    private static boolean isYaml(String path) {
        return path.endsWith(".yml") || path.endsWith(".yaml");
    }
}
