package dev.gatehouse.policy.support;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.policy.version.ClientVersion;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the versions that one ledger names. It names each a dozen times, for each of its apps: one text is read once,
 * and whoever keeps its version keeps the same object.
 */
public final class RecordedVersions {
    private final Map<String, ClientVersion> known = new HashMap<>();

    /** The version that {@code payload} is about. */
    public ClientVersion read(JsonNode payload) {
        return known.computeIfAbsent(SupportEvents.versionText(payload), ClientVersion::parse);
    }
}
