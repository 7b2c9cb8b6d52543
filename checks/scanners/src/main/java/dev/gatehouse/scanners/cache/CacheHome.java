package dev.gatehouse.scanners.cache;

import java.nio.file.Path;

/** Where results are kept, and what else can be made again. */
public record CacheHome(Path directory) {

    /** The folder of {@link ContentCache}. */
    public Path results() {
        return directory.resolve("results");
    }

    /** The file of {@link FileDigests}. */
    public Path digests() {
        return directory.resolve("digests");
    }
}
