package dev.gatehouse.scanners.project;

import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.text.VisibleText;
import dev.gatehouse.scanners.project.maven.MavenBuild;
import dev.gatehouse.scanners.project.maven.ResolvedBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Recognises a Maven build by its pom. */
final class MavenProjects {
    private final DiscoverySettings settings;

    MavenProjects(DiscoverySettings settings) {
        this.settings = settings;
    }

    Draft read(Path pom) throws IOException {
        var draft = new Draft("maven", Objects.requireNonNull(pom.getParent()));
        var build = new MavenBuild(settings.maven(), settings.resolutions()).read(pom);
        draft.problems.addAll(settings.maven().problems());
        if (!build.name().isEmpty()) {
            draft.name = VisibleText.exact(build.name());
        }
        for (var problem : build.problems()) {
            var place = problem.place().startsWith("pkg:") ? problem.place() : draft.display(Path.of(problem.place()));
            draft.problems.add(new Problem(problem.kind(), place, VisibleText.exact(problem.sentence())));
        }
        var compilation = new Compilation(draft, "mvn compile");
        long classes = 0;
        int compiled = 0;
        for (var module : build.modules()) {
            long count =
                    compilation.check(VisibleText.exact(module.name()), List.of(module.output()), module.sourceRoots());
            classes += count;
            compiled += count > 0 ? 1 : 0;
            draft.modules.add(module(module, count > 0));
        }
        build.libraries().forEach(library -> draft.libraries.add(library(library)));
        draft.taken.add("Maven build '%s': %s, %,d of them compiled, with %s."
                .formatted(
                        draft.name,
                        Draft.count(build.modules().size(), "module", "modules"),
                        compiled,
                        Draft.count(classes, "class", "classes")));
        long files = build.libraries().stream()
                .filter(library -> library.file() != null)
                .count();
        draft.taken.add("%s on the run-time class paths, %s of them direct; files of %s found."
                .formatted(
                        Draft.count(build.libraries().size(), "library", "libraries"),
                        build.libraries().stream()
                                .filter(ResolvedBuild.Library::direct)
                                .count(),
                        Draft.count(files, "library", "libraries")));
        build.notes().forEach(note -> draft.taken.add(VisibleText.exact(note)));
        return draft;
    }

    private static Project.Module module(ResolvedBuild.Module module, boolean compiled) {
        var sources = new ArrayList<>(module.sourceRoots());
        sources.addAll(generated(module.output().resolveSibling("generated-sources")));
        return new Project.Module(
                module.name(),
                module.directory(),
                compiled ? List.of(module.output()) : List.of(),
                module.classPath(),
                sources);
    }

    private static List<Path> generated(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            // without these source roots a finding has no excerpt; the classes are scanned all the same
            return List.of();
        }
    }

    private Project.Library library(ResolvedBuild.Library library) {
        var file = library.file();
        var display = file == null
                ? library.purl()
                : file.startsWith(settings.mavenRepository())
                        ? settings.mavenRepository().relativize(file).toString()
                        : file.toString();
        return new Project.Library(
                file,
                VisibleText.exact(display),
                library.purl(),
                library.modules(),
                library.direct(),
                library.paths(),
                library.dependsOn());
    }
}
