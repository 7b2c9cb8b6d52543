package dev.gatehouse.scanners.project;

import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.scanners.project.archive.Unpacking;
import dev.gatehouse.scanners.project.files.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Recognises a Gradle build by its files; never runs it. */
final class GradleProjects {
    private static final List<String> BUILD_FILES = List.of("build.gradle", "build.gradle.kts");
    private static final List<String> SETTINGS_FILES = List.of("settings.gradle", "settings.gradle.kts");
    private static final Set<String> NOT_PROJECTS =
            Set.of("build", "src", "buildSrc", "node_modules", "gatehouse-report");

    private final DiscoverySettings settings;

    GradleProjects(DiscoverySettings settings) {
        this.settings = settings;
    }

    static boolean recognises(Path directory) {
        return Stream.concat(BUILD_FILES.stream(), SETTINGS_FILES.stream())
                .anyMatch(name -> Files.isRegularFile(directory.resolve(name)));
    }

    Draft read(Path directory) {
        var draft = new Draft("gradle", directory);
        var compilation = new Compilation(draft, "gradle classes");
        Map<String, Project.Library> libraries = new LinkedHashMap<>();
        var projects = projects(draft);
        var allOutputs =
                projects.stream().flatMap(each -> outputs(each).stream()).toList();
        long classes = 0;
        int locks = 0;
        for (var each : projects) {
            var name = each.equals(directory) ? draft.name : draft.display(each);
            var outputs = outputs(each);
            var sources = sourceRoots(each);
            if (outputs.isEmpty() && sources.isEmpty()) {
                continue;
            }
            classes += compilation.check(name, outputs, sources);
            var lock = GradleLock.read(each, draft);
            locks += lock.isPresent() ? 1 : 0;
            var classPath = new LinkedHashSet<Path>(allOutputs);
            outputs.forEach(classPath::remove);
            if (lock.isPresent()) {
                var buildFile = buildFile(each, draft);
                for (var locked : lock.get().libraries()) {
                    var library = library(locked, name, buildFile, draft);
                    if (library.file() != null) {
                        classPath.add(library.file());
                    }
                    if (locked.runTime()) {
                        libraries.merge(Objects.requireNonNull(library.purl()), library, GradleProjects::merged);
                    }
                }
            }
            for (var library : folderLibraries(draft, each, name)) {
                classPath.add(Objects.requireNonNull(library.file()));
                libraries.merge(library.file().toString(), library, GradleProjects::merged);
            }
            if (lock.isEmpty() && !Files.isDirectory(each.resolve("libs"))) {
                draft.problem(
                        "no-dependency-list",
                        each,
                        "Gradle project %s has no gradle.lockfile, so its libraries are not known; run 'gradle dependencies --write-locks' with dependency locking on, or name them with --dependencies."
                                .formatted(name));
            }
            draft.modules.add(new Project.Module(name, each, outputs, List.copyOf(classPath), sources));
        }
        draft.libraries.addAll(libraries.values());
        draft.taken.add("Gradle build '%s': %s with %s; %s from %s."
                .formatted(
                        draft.name,
                        Draft.count(draft.modules.size(), "project", "projects"),
                        Draft.count(classes, "class", "classes"),
                        Draft.count(libraries.size(), "library", "libraries"),
                        Draft.count(locks, "lock file", "lock files")));
        if (draft.modules.isEmpty()) {
            draft.problem("nothing-to-scan", directory, "The Gradle build has neither sources nor classes.");
        }
        return draft;
    }

    private static List<Path> projects(Draft draft) {
        var found = new LinkedHashSet<Path>();
        found.add(draft.directory);
        draft.problems.addAll(new FileTree(draft.directory, GradleProjects::mayHoldProjects)
                .walk((file, attributes) -> {
                    if (BUILD_FILES.contains(String.valueOf(file.getFileName()))) {
                        found.add(Objects.requireNonNull(file.getParent()));
                    }
                }));
        found.addAll(GradleIncludes.of(draft.directory));
        return List.copyOf(found);
    }

    private static boolean mayHoldProjects(Path directory) {
        var name = String.valueOf(directory.getFileName());
        return !name.startsWith(".") && !NOT_PROJECTS.contains(name);
    }

    /** {@code build/classes/LANGUAGE/main}. */
    private static List<Path> outputs(Path project) {
        return Stream.of("java", "kotlin", "groovy", "scala")
                .map(language ->
                        project.resolve("build/classes").resolve(language).resolve("main"))
                .filter(Files::isDirectory)
                .toList();
    }

    private static List<Path> sourceRoots(Path project) {
        return Stream.of("java", "kotlin", "groovy", "scala")
                .map(language -> project.resolve("src/main").resolve(language))
                .filter(Files::isDirectory)
                .toList();
    }

    private static String buildFile(Path project, Draft draft) {
        for (var name : BUILD_FILES) {
            var file = project.resolve(name);
            try {
                if (Files.isRegularFile(file) && Files.size(file) < 1 << 20) {
                    return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
                }
            } catch (IOException e) {
                draft.problem("unreadable", file, "The build file cannot be read: %s.".formatted(FileTree.reason(e)));
            }
        }
        return "";
    }

    private Project.Library library(GradleLock.Locked locked, String module, String buildFile, Draft draft) {
        var coordinates = locked.coordinates();
        var purl = coordinates.purl();
        var file = new GradleRepositories(settings.gradleHome(), settings.mavenRepository()).find(coordinates);
        if (file.isEmpty()) {
            draft.problems.add(new Problem(
                    "missing-library",
                    purl,
                    "The file of %s:%s:%s is in neither the Gradle cache nor the local Maven repository; only its name is looked up."
                            .formatted(
                                    VisibleText.exact(coordinates.group()),
                                    VisibleText.exact(coordinates.artifact()),
                                    VisibleText.exact(coordinates.version()))));
        }
        var direct = buildFile.contains(coordinates.group() + ":" + coordinates.artifact());
        return new Project.Library(
                file.orElse(null),
                file.map(draft::display).orElse(purl),
                purl,
                List.of(module),
                direct,
                direct ? List.of(List.of(purl)) : List.of(),
                List.of());
    }

    private List<Project.Library> folderLibraries(Draft draft, Path project, String name) {
        var jars = new ArrayList<Path>();
        for (var folder : List.of("libs", "lib")) {
            if (Files.isDirectory(project.resolve(folder))) {
                draft.problems.addAll(new FileTree(project.resolve(folder), below -> true).walk((file, attributes) -> {
                    if (GivenPaths.isJar(file)) {
                        jars.add(file);
                    }
                }));
            }
        }
        var libraries = new ArrayList<Project.Library>();
        for (var jar : jars) {
            var work = settings.work()
                    .resolve("gradle-" + Integer.toHexString(jar.toString().hashCode()));
            var unpacked = new Unpacking(work, settings.limits()).library(jar, draft.display(jar), null, name);
            draft.problems.addAll(unpacked.problems());
            unpacked.libraries().stream()
                    .map(ArchiveProjects::library)
                    .filter(library -> library.file() != null)
                    .forEach(libraries::add);
        }
        return libraries;
    }

    private static Project.Library merged(Project.Library one, Project.Library other) {
        return new Project.Library(
                one.file(),
                one.display(),
                one.purl(),
                Stream.concat(one.modules().stream(), other.modules().stream())
                        .distinct()
                        .toList(),
                one.direct() || other.direct(),
                one.paths().isEmpty() ? other.paths() : one.paths(),
                one.dependsOn());
    }
}
