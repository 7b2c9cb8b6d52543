package dev.gatehouse.scanners.sca;

import dev.gatehouse.scanners.cache.FileDigests;
import dev.gatehouse.scanners.project.Project.Library;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A library and the digest of its file.
 *
 * @param name the file's original name, or the library's display name when it has no file
 * @param sha256 lower-case hexadecimal; none without a file
 */
record LibraryFile(Library library, String name, @Nullable String sha256) {

    static LibraryFile of(Library library, FileDigests digests) throws IOException {
        var display = library.display();
        var name = display.substring(Math.max(display.lastIndexOf('/'), display.lastIndexOf('\\')) + 1);
        var file = library.file();
        return new LibraryFile(library, name, file == null ? null : digests.sha256(file));
    }
}
