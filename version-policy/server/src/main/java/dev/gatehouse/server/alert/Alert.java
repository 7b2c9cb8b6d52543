package dev.gatehouse.server.alert;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One alarm.
 *
 * @param event such as {@code sign-in.failing}
 * @param fields as the log has them; never a secret
 */
public record Alert(Instant time, String event, Map<String, String> fields) {
    private static final JsonMapper MAPPER = new JsonMapper();

    public Alert {
        fields = Map.copyOf(fields);
    }

    /** As the log writes it. */
    ObjectNode json() {
        var json = MAPPER.createObjectNode().put("time", time.toString()).put("event", event);
        new TreeMap<>(fields).forEach(json::put);
        return json;
    }

    /** For people to read, a field a line. */
    String text() {
        var text = new StringBuilder("%s%nat %s%n%n".formatted(event, time));
        new TreeMap<>(fields).forEach((name, value) -> text.append("%s: %s%n".formatted(name, value)));
        return text.toString();
    }
}
