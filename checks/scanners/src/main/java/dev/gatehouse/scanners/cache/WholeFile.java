package dev.gatehouse.scanners.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that readers see the old or the new one, never half of it. */
final class WholeFile {
    /** How a file is called until it is whole. */
    static final String UNFINISHED = ".part";

    private WholeFile() {}

    static void write(Path file, byte[] bytes) throws IOException {
        var unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "", UNFINISHED);
        try {
            Files.write(unfinished, bytes);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
