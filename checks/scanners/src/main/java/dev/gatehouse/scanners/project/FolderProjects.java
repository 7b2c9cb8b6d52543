package dev.gatehouse.scanners.project;

import dev.gatehouse.scanners.project.archive.Unpacked;
import dev.gatehouse.scanners.project.archive.Unpacking;
import dev.gatehouse.scanners.project.files.FileTree;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** Recognises a plain folder: its jars are libraries, its class files and wars are the application. */
final class FolderProjects {
    private static final Set<String> SKIPPED = Set.of("node_modules", "gatehouse-report");

    private final DiscoverySettings settings;

    FolderProjects(DiscoverySettings settings) {
        this.settings = settings;
    }

    Draft read(Path directory) {
        var draft = new Draft("folder", directory);
        var jars = new ArrayList<Path>();
        var applications = new ArrayList<Path>();
        Map<Path, Integer> classRoots = new LinkedHashMap<>();
        Set<Path> unclear = new LinkedHashSet<>();
        int[] sources = {0};
        draft.problems.addAll(new FileTree(directory, FolderProjects::enters).walk((file, attributes) -> {
            var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            if (name.endsWith(".jar")) {
                jars.add(file);
            } else if (name.endsWith(".war") || name.endsWith(".ear")) {
                applications.add(file);
            } else if (name.endsWith(".class")) {
                addClass(file, classRoots, unclear);
            } else if (name.endsWith(".java")) {
                sources[0]++;
            }
        }));
        unclear.forEach(file -> draft.problem(
                "unreadable-class", file, "The class file cannot be read or is not where its package says."));
        var libraries = libraries(draft, jars);
        if (!classRoots.isEmpty()) {
            draft.modules.add(new Project.Module(
                    draft.name,
                    directory,
                    List.copyOf(classRoots.keySet()),
                    libraries.stream()
                            .map(Project.Library::file)
                            .filter(Objects::nonNull)
                            .map(Path.class::cast)
                            .toList(),
                    sourceRoots(directory)));
        }
        draft.libraries.addAll(libraries);
        for (int i = 0; i < applications.size(); i++) {
            var archive = applications.get(i);
            var work = settings.work().resolve("application-" + i);
            ArchiveProjects.add(
                    draft,
                    archive,
                    new Unpacking(work, settings.limits()).application(archive, draft.display(archive)));
        }
        tell(draft, jars.size(), classRoots, sources[0], applications.isEmpty());
        return draft;
    }

    private static void tell(Draft draft, int jars, Map<Path, Integer> roots, int sources, boolean noApplications) {
        int classes = roots.values().stream().mapToInt(count -> count).sum();
        draft.taken.add(
                0,
                "Plain folder with %s and %s in %s."
                        .formatted(
                                Draft.count(jars, "jar", "jars"),
                                Draft.count(classes, "class", "classes"),
                                Draft.count(roots.size(), "class directory", "class directories")));
        if (classes == 0 && sources > 0) {
            draft.problem(
                    "not-compiled",
                    draft.directory,
                    "The folder has %s but no classes; compile it first, or name its classes with --classes."
                            .formatted(Draft.count(sources, "Java source file", "Java source files")));
        } else if (classes == 0 && jars == 0 && noApplications) {
            draft.problem(
                    "nothing-to-scan",
                    draft.directory,
                    "The folder has neither classes, jars, a Maven or Gradle build, nor a CycloneDX file.");
        }
    }

    private List<Project.Library> libraries(Draft draft, List<Path> jars) {
        var work = settings.work();
        var found = IntStream.range(0, jars.size())
                .parallel()
                .mapToObj(i -> new Unpacking(work.resolve("jar-" + i), settings.limits())
                        .library(jars.get(i), draft.display(jars.get(i)), null, draft.name))
                .toList();
        found.forEach(unpacked -> draft.problems.addAll(unpacked.problems()));
        return found.stream()
                .flatMap((Unpacked unpacked) -> unpacked.libraries().stream())
                .map(ArchiveProjects::library)
                .toList();
    }

    private static boolean enters(Path directory) {
        var name = String.valueOf(directory.getFileName());
        return !name.startsWith(".") && !SKIPPED.contains(name);
    }

    private static void addClass(Path file, Map<Path, Integer> roots, Set<Path> unclear) {
        for (var root : roots.keySet()) {
            if (file.startsWith(root)) {
                roots.merge(root, 1, Integer::sum);
                return;
            }
        }
        try (var input = new BufferedInputStream(Files.newInputStream(file))) {
            var type = Path.of(ClassName.of(input) + ".class");
            if (file.endsWith(type)) {
                var root = file;
                for (int i = 0; i < type.getNameCount(); i++) {
                    root = Objects.requireNonNull(root.getParent());
                }
                roots.put(root, 1);
                return;
            }
            unclear.add(file);
        } catch (IOException | RuntimeException e) {
            unclear.add(file);
        }
    }

    private static List<Path> sourceRoots(Path directory) {
        return List.of("src/main/java", "src/main/kotlin", "src").stream()
                .map(directory::resolve)
                .filter(Files::isDirectory)
                .limit(1)
                .toList();
    }
}
