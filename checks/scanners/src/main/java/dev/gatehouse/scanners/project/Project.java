package dev.gatehouse.scanners.project;

import dev.gatehouse.findings.model.Problem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is scanned.
 *
 * @param kind {@code maven}, {@code gradle}, {@code folder}, {@code archive} or {@code cyclonedx}
 * @param directory absolute; paths in findings are relative to it
 * @param libraries every library of every module, once per file
 * @param taken sentences on what was found and taken
 * @param problems what could not be read, and whether a module is not compiled ({@code not-compiled})
 */
public record Project(
        String name,
        String kind,
        Path directory,
        List<Module> modules,
        List<Library> libraries,
        List<String> taken,
        List<Problem> problems) {
    public Project {
        modules = List.copyOf(modules);
        libraries = List.copyOf(libraries);
        taken = List.copyOf(taken);
        problems = List.copyOf(problems);
    }

    /**
     * A part that is compiled for itself.
     *
     * @param classes directories and jars with the module's own byte code
     * @param classPath directories and jars that the code refers to: other modules and libraries, in class path order
     * @param sourceRoots directories under which {@code package/Type.java} is found
     */
    public record Module(
            String name, Path directory, List<Path> classes, List<Path> classPath, List<Path> sourceRoots) {
        public Module {
            classes = List.copyOf(classes);
            classPath = List.copyOf(classPath);
            sourceRoots = List.copyOf(sourceRoots);
        }
    }

    /**
     * A library that the project brings along.
     *
     * @param file on disk; one from inside an archive is unpacked to a folder of the scan's own; none where only a BOM
     *     or lock file names the library and no repository has it
     * @param display where it is for people: relative to the project or its repository, {@code app.war!/WEB-INF/lib/x.jar}
     * @param purl package URL where the build tool, the BOM or {@code pom.properties} tells it; else none
     * @param modules names of the modules that have it
     * @param direct true when a module asks for it itself
     * @param paths how it comes in: package URLs from a direct dependency down to it, shortest first, at most 5
     * @param dependsOn package URLs that it asks for itself
     */
    public record Library(
            @Nullable Path file,
            String display,
            @Nullable String purl,
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
