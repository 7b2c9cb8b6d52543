package dev.gatehouse.scanners.project.maven;

import java.util.Optional;

/** Keeps what Maven Resolver worked out, so that an unchanged build need not start it. Safe for parallel use. */
public interface ResolutionCache {
    /** Keeps nothing. */
    ResolutionCache NONE = new ResolutionCache() {
        @Override
        public Optional<byte[]> find(String key) {
            return Optional.empty();
        }

        @Override
        public void keep(String key, byte[] value) {}
    };

    /**
     * Looks a value up.
     *
     * @param key SHA-256 in lower-case hexadecimal
     */
    Optional<byte[]> find(String key);

    void keep(String key, byte[] value);
}
