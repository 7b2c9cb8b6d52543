package dev.gatehouse.policy.fleet;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One look at all regions.
 *
 * @param versions of each region's server; empty where it could not be learned
 */
public record FleetCheck(Instant time, String actor, Map<String, String> versions) {
    public FleetCheck {
        versions = new TreeMap<>(versions);
    }

    /** Whether every region was asked with success. */
    public boolean isComplete() {
        return versions.values().stream().noneMatch(String::isEmpty);
    }

    /** Whether exactly one version runs, as far as every region said. */
    public boolean isSingle() {
        return isComplete() && versions.values().stream().distinct().count() == 1;
    }
}
