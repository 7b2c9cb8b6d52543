package dev.gatehouse.trackers.jira.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.model.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written into a new issue.
 *
 * @param priorities Jira's names by severity; a severity without one leaves Jira's default
 * @param fixVersion none for no version
 * @param labels beside our own
 * @param due whether the due date follows the service level
 * @param fields further fields as Jira's API takes them, by id
 */
public record Look(
        String issueType,
        Map<Severity, String> priorities,
        List<Placement> components,
        @Nullable String fixVersion,
        List<String> labels,
        boolean due,
        Map<String, JsonNode> fields) {
    public Look {
        priorities = Map.copyOf(priorities);
        components = List.copyOf(components);
        labels = List.copyOf(labels);
        fields = Map.copyOf(fields);
    }

    /** The component for findings at these modules and files; empty for none. */
    public List<String> componentsOf(List<String> places) {
        return Placement.of(components, places);
    }
}
