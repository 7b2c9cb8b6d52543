package dev.gatehouse.scanners.cache;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where results are kept: {@code $GATEHOUSE_CACHE}, else {@code $XDG_CACHE_HOME/gatehouse}, else
 * {@code ~/.cache/gatehouse}.
 */
public record CacheHome(Path directory) {

    public static CacheHome of(Map<String, String> environment, Path userHome) {
        var own = environment.getOrDefault("GATEHOUSE_CACHE", "");
        if (!own.isBlank()) {
            return new CacheHome(Path.of(own).toAbsolutePath());
        }
        var base = environment.getOrDefault("XDG_CACHE_HOME", "");
        // the XDG base directory specification has relative paths ignored
        return base.startsWith("/")
                ? new CacheHome(Path.of(base, "gatehouse"))
                : new CacheHome(userHome.resolve(".cache").resolve("gatehouse"));
    }

    /** The folder of {@link ContentCache}. */
    public Path results() {
        return directory.resolve("results");
    }

    /** The file of {@link FileDigests}. */
    public Path digests() {
        return directory.resolve("digests");
    }

    /** The folder of class data archives that let engines start faster. */
    public Path archives() {
        return directory.resolve("jsa");
    }
}
