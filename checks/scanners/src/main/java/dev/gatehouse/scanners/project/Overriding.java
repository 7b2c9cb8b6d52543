package dev.gatehouse.scanners.project;

import dev.gatehouse.scanners.project.archive.Unpacking;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts what the user said in the place of what was found. */
final class Overriding {
    private static final Set<String> ABOUT_CLASSES = Set.of("not-compiled", "nothing-to-scan");

    private final DiscoverySettings settings;
    private final Overrides overrides;

    Overriding(DiscoverySettings settings, Overrides overrides) {
        this.settings = settings;
        this.overrides = overrides;
    }

    Draft apply(Draft draft) {
        if (!overrides.classes().isEmpty()) {
            var classes = new GivenPaths(overrides.base(), "--classes").entries(overrides.classes());
            var classPath = new LinkedHashSet<Path>();
            var sources = new LinkedHashSet<Path>();
            draft.modules.forEach(module -> {
                classPath.addAll(module.classPath());
                sources.addAll(module.sourceRoots());
            });
            classes.forEach(classPath::remove);
            draft.modules.clear();
            draft.modules.add(new Project.Module(
                    draft.name, draft.directory, classes, List.copyOf(classPath), List.copyOf(sources)));
            draft.problems.removeIf(problem -> ABOUT_CLASSES.contains(problem.kind()));
            draft.taken.add("--classes: %s taken instead of the classes found."
                    .formatted(Draft.count(classes.size(), "directory or jar", "directories and jars")));
        }
        if (!overrides.classPath().isEmpty()) {
            var classPath = new GivenPaths(overrides.base(), "--class-path").classPath(overrides.classPath());
            draft.modules.replaceAll(module -> new Project.Module(
                    module.name(), module.directory(), module.classes(), classPath, module.sourceRoots()));
            draft.taken.add("--class-path: %s taken instead of the class path found."
                    .formatted(Draft.count(classPath.size(), "entry", "entries")));
        }
        if (!overrides.dependencies().isEmpty()) {
            dependencies(draft);
        }
        return draft;
    }

    private void dependencies(Draft draft) {
        var jars = new GivenPaths(overrides.base(), "--dependencies").jars(overrides.dependencies());
        var libraries = new ArrayList<Project.Library>();
        for (int i = 0; i < jars.size(); i++) {
            var unpacked = new Unpacking(settings.work().resolve("given-" + i), settings.limits())
                    .library(jars.get(i), draft.display(jars.get(i)), null, draft.name);
            draft.problems.addAll(unpacked.problems());
            unpacked.libraries().forEach(library -> libraries.add(ArchiveProjects.library(library)));
        }
        draft.libraries.clear();
        draft.libraries.addAll(libraries);
        draft.problems.removeIf(problem -> problem.kind().equals("missing-library"));
        draft.taken.add("--dependencies: %s taken instead of the libraries found."
                .formatted(Draft.count(jars.size(), "jar", "jars")));
    }
}
