package dev.gatehouse.policy.edge.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.signing.NotTrusted;
import dev.gatehouse.policy.signing.NotTrusted.Reason;
import dev.gatehouse.policy.support.MinimumStep;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the payload of a document whose signature was verified; members that it does not know are passed by. */
public final class DocumentReader {
    private static final String SCHEMA = "1.";
    private static final int MOST_VERSIONS = 1000;
    private static final int MOST_MESSAGES = 200;

    private DocumentReader() {}

    /** Throws {@link NotTrusted} when the payload is signed, but is no document of this shape. */
    public static PolicyDocument read(JsonNode json) throws NotTrusted {
        try {
            if (!text(json, "schemaVersion").startsWith(SCHEMA)) {
                throw new IllegalArgumentException("schemaVersion is not 1.x: use a newer Gatehouse");
            }
            return new PolicyDocument(
                    new Track(text(json, "app"), text(json, "platform"), text(json, "channel")),
                    counter(json.required("counter")),
                    Instant.parse(text(json, "issued")),
                    Instant.parse(text(json, "expires")),
                    version(json, "minimum"),
                    step(json.path("nextMinimum")),
                    version(json, "recommended"),
                    version(json, "latest"),
                    versions(json, "supported"),
                    versions(json, "blocked"),
                    store(json),
                    messages(json.path("messages")));
        } catch (IllegalArgumentException | DateTimeException | BadInput e) {
            throw new NotTrusted(Reason.BAD_PAYLOAD, "signed, but no client version policy: " + e.getMessage());
        }
    }

    private static String text(JsonNode json, String name) {
        var value = json.required(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " is no text");
        }
        return value.textValue();
    }

    private static long counter(JsonNode value) {
        if (!value.canConvertToExactIntegral() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new IllegalArgumentException("counter is no whole number");
        }
        return value.longValue();
    }

    private static Optional<ClientVersion> version(JsonNode json, String name) {
        return json.has(name) ? Optional.of(ClientVersion.parse(text(json, name))) : Optional.empty();
    }

    private static Optional<MinimumStep> step(JsonNode json) {
        return json.isMissingNode()
                ? Optional.empty()
                : Optional.of(
                        new MinimumStep(ClientVersion.parse(text(json, "version")), Instant.parse(text(json, "at"))));
    }

    private static List<ClientVersion> versions(JsonNode json, String name) {
        var list = new ArrayList<ClientVersion>();
        for (var value : json.path(name)) {
            list.add(ClientVersion.parse(value.asText()));
        }
        if (list.size() > MOST_VERSIONS) {
            throw new IllegalArgumentException(name + " has more than " + MOST_VERSIONS + " versions");
        }
        return list;
    }

    private static Optional<String> store(JsonNode json) {
        return json.has("store") ? Optional.of(URI.create(text(json, "store")).toASCIIString()) : Optional.empty();
    }

    private static Map<String, String> messages(JsonNode json) {
        var messages = new HashMap<String, String>();
        json.properties().forEach(message -> {
            var tag = Locale.forLanguageTag(message.getKey().replace('_', '-')).toLanguageTag();
            messages.put(tag, message.getValue().asText());
        });
        if (messages.size() > MOST_MESSAGES) {
            throw new IllegalArgumentException("messages are in more than " + MOST_MESSAGES + " languages");
        }
        return messages;
    }
}
