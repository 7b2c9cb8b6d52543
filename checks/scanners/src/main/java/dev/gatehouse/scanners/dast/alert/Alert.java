package dev.gatehouse.scanners.dast.alert;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** An alert as ZAP's API tells it. */
record Alert(JsonNode json) {

    String text(String field) {
        return json.path(field).asText("").strip();
    }

    /** Number of a field; 0 when it is none. */
    int number(String field) {
        var text = text(field);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** Tags such as {@code OWASP_2025_A05}; their values are addresses and left out. */
    List<String> tags() {
        return json.path("tags").properties().stream().map(Map.Entry::getKey).toList();
    }
}
