package dev.gatehouse.scanners.project;

import dev.gatehouse.scanners.project.files.FileTree;
import dev.gatehouse.scanners.project.files.RelativeName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a module's classes are there and as new as its sources. */
final class Compilation {
    private static final List<String> SOURCES = List.of(".java", ".kt", ".groovy");

    private final Draft draft;
    private final String command;

    /**
     * Prepares.
     *
     * @param command that compiles, such as {@code mvn compile}
     */
    Compilation(Draft draft, String command) {
        this.draft = draft;
        this.command = command;
    }

    /** Looks at a module and tells the draft what is amiss; gives the number of its class files. */
    long check(String module, List<Path> outputs, List<Path> sourceRoots) {
        Map<String, FileTime> classes = new HashMap<>();
        for (var output : outputs) {
            if (Files.isDirectory(output)) {
                walk(output, List.of(".class"), classes);
            }
        }
        Map<String, FileTime> sources = new HashMap<>();
        for (var root : sourceRoots) {
            walk(root, SOURCES, sources);
        }
        sources.keySet().removeIf(name -> name.endsWith("package-info") || name.endsWith("module-info"));
        if (classes.isEmpty() && !sources.isEmpty()) {
            draft.problem(
                    "not-compiled",
                    outputs.isEmpty() ? draft.directory : outputs.get(0),
                    "Module %s has %s but no classes; run '%s' first."
                            .formatted(module, Draft.count(sources.size(), "source file", "source files"), command));
        }
        long stale = sources.entrySet().stream()
                .filter(source -> classes.containsKey(source.getKey())
                        && source.getValue().compareTo(classes.get(source.getKey())) > 0)
                .count();
        if (stale > 0) {
            draft.taken.add("Module %s: %s newer than the class compiled from it; run '%s' for findings that match."
                    .formatted(module, Draft.count(stale, "source file is", "source files are"), command));
        }
        return classes.size();
    }

    private void walk(Path root, List<String> endings, Map<String, FileTime> found) {
        var problems = new FileTree(root, directory -> true).walk((file, attributes) -> {
            var path = file.toString();
            for (var ending : endings) {
                if (path.endsWith(ending)) {
                    var name = RelativeName.of(root, file);
                    found.put(name.substring(0, name.length() - ending.length()), attributes.lastModifiedTime());
                }
            }
        });
        problems.stream().filter(problem -> !draft.problems.contains(problem)).forEach(draft.problems::add);
    }
}
