package dev.gatehouse.policy.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.policy.support.SupportPolicy;
import dev.gatehouse.policy.support.SupportWindow;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;

/** Writes what a track's clients are told, as the JSON payload of a DSSE envelope. */
public final class ClientVersionPolicy {
    /** DSSE payload type of this document, shape 1. */
    public static final String TYPE = "application/vnd.gatehouse.client-version-policy.v1+json";

    private ClientVersionPolicy() {}

    /** Where a track's document stands below the export's folder; never changes, so that a CDN can serve it. */
    public static Path path(Track track) {
        return Path.of(track.app(), track.platform(), track.channel() + ".json");
    }

    /**
     * The document of one track.
     *
     * @param counter of this issue; a client refuses a lower one than it has seen
     * @param keyId of the newest key that signs
     */
    public static ObjectNode json(
            Track track, SupportWindow window, SupportPolicy policy, long counter, String keyId, Instant now) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("schemaVersion", "1.0")
                .put("app", track.app())
                .put("platform", track.platform())
                .put("channel", track.channel())
                .put("counter", counter)
                .put("issued", now.toString())
                .put(
                        "expires",
                        now.atOffset(ZoneOffset.UTC)
                                .plus(policy.expiresAfter())
                                .toInstant()
                                .toString())
                .put("keyId", keyId)
                .put("offlineGrace", policy.offlineGrace().toString());
        window.minimum(now).ifPresent(version -> json.put("minimum", version.toString()));
        window.nextMinimum(now)
                .ifPresent(next -> json.putObject("nextMinimum")
                        .put("version", next.version().toString())
                        .put("at", next.at().toString()));
        window.recommended(now).ifPresent(version -> json.put("recommended", version.toString()));
        window.latest().ifPresent(version -> json.put("latest", version.toString()));
        versions(json, "supported", window.supported());
        versions(json, "blocked", window.blocked());
        policy.store(track).ifPresent(store -> json.put("store", store.toString()));
        var messages = json.putObject("messages");
        new TreeMap<>(policy.messages()).forEach(messages::put);
        return json;
    }

    private static void versions(ObjectNode json, String name, List<ClientVersion> versions) {
        var list = json.putArray(name);
        versions.forEach(version -> list.add(version.toString()));
    }
}
