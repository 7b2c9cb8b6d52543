package dev.gatehouse.scanners.sast;

import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Whether a module has byte code at all. */
final class Compiled {
    private static final int DEPTH = 64;

    private Compiled() {}

    static boolean has(Project.Module module) {
        return module.classes().stream().anyMatch(Compiled::hasClass);
    }

    private static boolean hasClass(Path root) {
        try {
            if (!Files.isDirectory(root)) {
                return archiveHasClass(root);
            }
            try (var files = Files.find(
                    root, DEPTH, (file, attributes) -> isClass(file.toString()), FileVisitOption.FOLLOW_LINKS)) {
                return files.findAny().isPresent();
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // the engine will say what is wrong with it
            return Files.exists(root);
        }
    }

    private static boolean archiveHasClass(Path archive) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            return zip.stream().anyMatch(entry -> isClass(entry.getName()));
        }
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class");
    }
}
