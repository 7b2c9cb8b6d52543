package dev.gatehouse.cli.policy;

import dev.gatehouse.findings.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a file that everybody may read, in one step. */
public final class WholeFile {
    private WholeFile() {}

    /** Whoever reads meanwhile, such as a web server, sees the old content or the new one, never a part. */
    public static void write(Path file, String content) {
        try {
            var target = file.toAbsolutePath();
            var parent = target.getParent();
            if (parent == null) {
                throw new BadInput("%s: is no file that can be written".formatted(file));
            }
            Files.createDirectories(parent);
            var temporary = Files.createTempFile(parent, ".export", ".tmp");
            try {
                Files.writeString(temporary, content);
                if (temporary.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r--r--"));
                }
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new BadInput("%s: cannot be written (%s)".formatted(file, e.getMessage()), e);
        }
    }
}
