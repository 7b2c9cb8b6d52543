package dev.gatehouse.policy.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Everything that waits, as the server's API and {@code gatehouse outbox list --format json} tell it.
 *
 * @param waiting what needs a person first, then what failed, then the rest, each oldest first
 */
public record OutboxListing(List<Waiting> waiting, List<Pause> pauses) {
    public OutboxListing {
        waiting = waiting.stream()
                .sorted(Comparator.comparing(Waiting::state).thenComparing(Waiting::since))
                .toList();
        pauses = List.copyOf(pauses);
    }

    public static OutboxListing of(TrackerQueue queue) {
        return new OutboxListing(queue.waiting(), queue.pauses());
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws IllegalArgumentException or {@link java.time.DateTimeException} for anything else
     */
    public static OutboxListing read(JsonNode json) {
        return new OutboxListing(
                all(json.required("items")).map(OutboxListing::waiting).toList(),
                all(json.required("pauses")).map(OutboxListing::pause).toList());
    }

    public ObjectNode json() {
        var json = object();
        var items = json.putArray("items");
        waiting.forEach(one -> items.add(json(one)));
        var stops = json.putArray("pauses");
        pauses.forEach(pause -> stops.add(json(pause)));
        return json;
    }

    private static ObjectNode json(Waiting waiting) {
        return object().put("id", waiting.id())
                .put("tracker", waiting.tracker())
                .put("target", waiting.target())
                .put("subject", waiting.subject())
                .put("title", waiting.title())
                .put("state", waiting.state().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("since", waiting.since().toString())
                .put("due", waiting.due().toString())
                .put("attempts", waiting.attempts())
                .put("problem", waiting.problem());
    }

    private static ObjectNode json(Pause pause) {
        return object().put("tracker", pause.tracker())
                .put("target", pause.target())
                .put("until", pause.until().toString())
                .put("reason", pause.reason());
    }

    private static Waiting waiting(JsonNode json) {
        return new Waiting(
                json.required("id").asLong(),
                text(json, "tracker"),
                text(json, "target"),
                text(json, "subject"),
                text(json, "title"),
                Instant.parse(text(json, "since")),
                Instant.parse(text(json, "due")),
                json.required("attempts").asInt(),
                text(json, "problem"),
                Waiting.State.valueOf(
                        text(json, "state").toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static Pause pause(JsonNode json) {
        return new Pause(
                text(json, "tracker"), text(json, "target"), Instant.parse(text(json, "until")), text(json, "reason"));
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String text(JsonNode json, String name) {
        return json.required(name).asText();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
