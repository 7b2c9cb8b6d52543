package dev.gatehouse.jenkins.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file of the controller's home in one step: whoever reads meanwhile sees the old content or the new one. */
public final class WholeFile {
    private WholeFile() {}

    public static void write(Path file, String content) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is in no folder");
        }
        Files.createDirectories(folder);
        var fresh = Files.createTempFile(folder, ".fresh", ".tmp");
        try {
            Files.writeString(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
