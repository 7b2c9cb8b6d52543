package dev.gatehouse.scanners.project.files;

import dev.gatehouse.findings.model.Problem;
import dev.gatehouse.findings.text.VisibleText;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Walks a directory tree in the order of names. Links are followed, but no directory is visited twice; what is neither
 * file nor directory (pipes, devices, sockets) is never opened.
 */
public final class FileTree {
    private static final int DEEPEST = 100;
    private static final int MOST_FILES = 2_000_000;

    private final Path root;
    private final Predicate<Path> enters;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Path> visited = new HashSet<>();
    private int files;

    /**
     * Prepares a walk.
     *
     * @param enters whether to go into a directory
     */
    public FileTree(Path root, Predicate<Path> enters) {
        this.root = root;
        this.enters = enters;
    }

    /** Shows every regular file with its attributes; what cannot be read becomes a problem. */
    public List<Problem> walk(BiConsumer<Path, BasicFileAttributes> file) {
        directory(root, 0, file);
        return problems;
    }

    private void directory(Path directory, int depth, BiConsumer<Path, BasicFileAttributes> file) {
        try {
            if (!visited.add(directory.toRealPath())) {
                return;
            }
            if (depth > DEEPEST) {
                problem("too-deep", directory, "The directory is nested too deeply and was not read.");
                return;
            }
            for (var path : sorted(directory)) {
                visit(path, depth, file);
            }
        } catch (IOException e) {
            problem("unreadable", directory, "The directory cannot be read: %s.".formatted(reason(e)));
        }
    }

    private static List<Path> sorted(Path directory) throws IOException {
        var paths = new ArrayList<Path>();
        try (var stream = Files.newDirectoryStream(directory)) {
            stream.forEach(paths::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        paths.sort(null);
        return paths;
    }

    private void visit(Path path, int depth, BiConsumer<Path, BasicFileAttributes> file) {
        if (files >= MOST_FILES) {
            if (files++ == MOST_FILES) {
                problem("too-many-files", root, "It has more than %,d files; the rest was not read.".formatted(files));
            }
            return;
        }
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException e) {
            problem("unreadable", path, "The file cannot be read, perhaps a link to nowhere: %s.".formatted(reason(e)));
            return;
        }
        if (attributes.isDirectory()) {
            if (enters.test(path)) {
                directory(path, depth + 1, file);
            }
        } else if (attributes.isRegularFile()) {
            files++;
            file.accept(path, attributes);
        } else {
            problem("special-file", path, "It is a pipe, device or socket and was not opened.");
        }
    }

    private void problem(String kind, Path place, String sentence) {
        problems.add(new Problem(kind, VisibleText.exact(place.toString()), sentence));
    }

    /** A clause that says why, without the path. */
    public static String reason(IOException e) {
        return switch (e.getClass().getSimpleName()) {
            case "NoSuchFileException" -> "it is not there";
            case "AccessDeniedException" -> "permission is missing";
            case "FileSystemLoopException" -> "it links to itself";
            default -> VisibleText.exact(String.valueOf(e.getMessage()));
        };
    }
}
