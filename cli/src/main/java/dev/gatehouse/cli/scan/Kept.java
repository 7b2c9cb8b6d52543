package dev.gatehouse.cli.scan;

import dev.gatehouse.scanners.cache.ContentCache;
import dev.gatehouse.scanners.project.maven.ResolutionCache;
import dev.gatehouse.scanners.sca.KnownResults;
import java.util.Optional;

/** The one content cache, as each of those who keep something in it sees it. */
final class Kept {

    private Kept() {}

    static ResolutionCache resolutions(ContentCache cache) {
        return new ResolutionCache() {
            @Override
            public Optional<byte[]> find(String key) {
                return cache.get(key);
            }

            @Override
            public void keep(String key, byte[] value) {
                cache.put(key, value);
            }
        };
    }

    static KnownResults lookups(ContentCache cache) {
        return new KnownResults() {
            @Override
            public Optional<byte[]> get(String key) {
                return cache.get(key);
            }

            @Override
            public void put(String key, byte[] result) {
                cache.put(key, result);
            }
        };
    }
}
