package dev.gatehouse.scanners.sca;

import java.util.Optional;

/** Results of earlier scans by the key of what was looked at; may forget any at any time. */
public interface KnownResults {
    /** Knows nothing and keeps nothing. */
    KnownResults NONE = new KnownResults() {
        @Override
        public Optional<byte[]> get(String key) {
            return Optional.empty();
        }

        @Override
        public void put(String key, byte[] result) {}
    };

    Optional<byte[]> get(String key);

    void put(String key, byte[] result);
}
