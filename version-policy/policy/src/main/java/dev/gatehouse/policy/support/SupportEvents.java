package dev.gatehouse.policy.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.RecordedTime;
import dev.gatehouse.policy.version.ClientVersion;
import java.time.Instant;
import java.util.ArrayList;

/** How decisions on the support window are written into the ledger and read back; version 1 of each payload. */
public final class SupportEvents {
    public static final String PUBLISHED = "version.published";
    public static final String RETIRED = "version.retired";
    public static final String BLOCKED = "version.blocked";
    public static final String MINIMUM_RAISED = "minimum.raised";
    public static final String MINIMUM_ROLLED_BACK = "minimum.rolled-back";
    /** The newest payload shape that this build writes and reads. */
    public static final int VERSION = 1;

    private SupportEvents() {}

    /** The members that every payload about one version of a track has. */
    public static ObjectNode payload(Track track, ClientVersion version) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("app", track.app())
                .put("platform", track.platform())
                .put("channel", track.channel())
                .put("clientVersion", version.toString());
    }

    public static Track track(JsonNode payload) {
        return new Track(
                payload.required("app").asText(),
                payload.required("platform").asText(),
                payload.required("channel").asText());
    }

    public static ClientVersion version(JsonNode payload) {
        return ClientVersion.parse(versionText(payload));
    }

    static String versionText(JsonNode payload) {
        return payload.required("clientVersion").asText();
    }

    public static ObjectNode with(ObjectNode payload, Shift shift) {
        var endings = payload.putArray("endings");
        shift.endings()
                .forEach(ending -> endings.addObject()
                        .put("clientVersion", ending.version().toString())
                        .put("supportedUntil", ending.supportedUntil().toString()));
        var steps = payload.putArray("minimum");
        shift.steps()
                .forEach(step -> steps.addObject()
                        .put("clientVersion", step.version().toString())
                        .put("at", step.at().toString()));
        return payload;
    }

    /** Puts an entry of one of these types onto its track's record; other types leave it as it is. */
    public static void apply(TrackRecord track, Entry entry, RecordedVersions versions) {
        var payload = entry.payload();
        switch (entry.type()) {
            case PUBLISHED -> track.publish(published(entry, versions), shift(payload, versions));
            case RETIRED, MINIMUM_RAISED -> track.apply(shift(payload, versions));
            case BLOCKED -> track.block(versions.read(payload));
            case MINIMUM_ROLLED_BACK -> track.rollBack(new MinimumStep(versions.read(payload), entry.time()));
            default -> {}
        }
    }

    private static PublishedVersion published(Entry entry, RecordedVersions versions) {
        var live = time(entry.payload(), "storeLiveAt");
        return new PublishedVersion(
                versions.read(entry.payload()), entry.time(), live.equals(entry.time()) ? entry.time() : live);
    }

    private static Shift shift(JsonNode payload, RecordedVersions versions) {
        var endings = new ArrayList<Ending>();
        payload.path("endings")
                .forEach(json -> endings.add(new Ending(versions.read(json), time(json, "supportedUntil"))));
        var steps = new ArrayList<MinimumStep>();
        payload.path("minimum").forEach(json -> steps.add(new MinimumStep(versions.read(json), time(json, "at"))));
        return new Shift(endings, steps);
    }

    private static Instant time(JsonNode json, String member) {
        return RecordedTime.parse(json.required(member).asText());
    }
}
