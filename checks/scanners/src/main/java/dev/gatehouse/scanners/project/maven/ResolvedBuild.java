package dev.gatehouse.scanners.project.maven;

import dev.gatehouse.findings.model.Problem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Maven build consists of.
 *
 * @param name of the root module
 * @param modules every module but those of packaging {@code pom}, in reading order
 * @param notes sentences on what was left out on purpose
 */
public record ResolvedBuild(
        String name, List<Module> modules, List<Library> libraries, List<String> notes, List<Problem> problems) {
    public ResolvedBuild {
        modules = List.copyOf(modules);
        libraries = List.copyOf(libraries);
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }

    /**
     * A module.
     *
     * @param output where Maven compiles it to, whether or not it is there
     * @param classPath other modules' outputs and jars, in class path order; with what the container provides
     */
    public record Module(
            String name, Path directory, String packaging, Path output, List<Path> sourceRoots, List<Path> classPath) {
        public Module {
            sourceRoots = List.copyOf(sourceRoots);
            classPath = List.copyOf(classPath);
        }
    }

    /** A library on the run-time class path of at least one module; the fields mean what they mean in a Project. */
    public record Library(
            String purl,
            @Nullable Path file,
            List<String> modules,
            boolean direct,
            List<List<String>> paths,
            List<String> dependsOn) {
        public Library {
            modules = List.copyOf(modules);
            paths = paths.stream().map(List::copyOf).toList();
            dependsOn = List.copyOf(dependsOn);
        }
    }
}
