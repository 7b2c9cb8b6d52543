package dev.gatehouse.cli.scan;

import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;

/** Whether a project has a class, so that a finding that is gone can be told from one whose class was renamed. */
final class ProjectClasses {
    private final List<Path> directories;
    private final List<Path> jars;
    private final Set<String> packed = new HashSet<>();
    private boolean read;

    ProjectClasses(Project project) {
        var classes = project.modules().stream()
                .flatMap(module -> module.classes().stream())
                .toList();
        directories = classes.stream().filter(Files::isDirectory).toList();
        jars = classes.stream().filter(Files::isRegularFile).toList();
    }

    /**
     * Looks the class up in directories, and in jars, which are listed on the first question that needs them.
     *
     * @param className binary name
     */
    synchronized boolean contains(String className) {
        var file = className.replace('.', '/') + ".class";
        return directories.stream().anyMatch(directory -> Files.exists(directory.resolve(file))) || inJars(file);
    }

    private boolean inJars(String file) {
        if (!read) {
            jars.forEach(this::list);
            read = true;
        }
        return packed.contains(file);
    }

    private void list(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream().forEach(entry -> packed.add(entry.getName()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + jar, e);
        }
    }
}
