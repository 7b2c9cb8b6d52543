package dev.gatehouse.trackers.jira.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.report.ReportJson;

/** Trees to bytes. */
final class Jsons {
    private Jsons() {}

    static byte[] bytes(JsonNode node) {
        try {
            return ReportJson.mapper().writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
