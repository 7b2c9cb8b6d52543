package dev.gatehouse.cli.fleet;

import org.jspecify.annotations.Nullable;

/**
 * What a region said.
 *
 * @param version null when it could not be learned
 * @param problem why not, as a sentence; empty when it could
 */
record Answer(Region region, @Nullable String version, String problem) {
    static Answer of(Region region, String version) {
        return new Answer(region, version, "");
    }

    static Answer unknown(Region region, String problem) {
        return new Answer(region, null, problem);
    }
}
