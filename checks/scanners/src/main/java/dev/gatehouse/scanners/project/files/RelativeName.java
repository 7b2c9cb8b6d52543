package dev.gatehouse.scanners.project.files;

import java.io.File;
import java.nio.file.Path;

/** How a file is called within a folder. */
public final class RelativeName {
    private RelativeName() {}

    /** What {@link Path#relativize} says of a file below a folder; that is far slower, and a project has thousands. */
    public static String of(Path folder, Path file) {
        var prefix = folder + File.separator;
        var path = file.toString();
        return path.startsWith(prefix)
                ? path.substring(prefix.length())
                : folder.relativize(file).toString();
    }
}
