package dev.gatehouse.engine.sast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of files for one analysis, in the working directory of the engine, which goes with it. */
record TemporaryFolder(Path path) implements AutoCloseable {
    static TemporaryFolder make() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(Path.of("").toAbsolutePath(), "analysis"));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.list(path)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(path);
    }
}
