package dev.gatehouse.trackers.jira.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An issue as Jira has it now.
 *
 * @param id number that grows with every issue of the site
 * @param done whether its status is of the category <em>done</em>, whatever it is called
 * @param resolution by name; none while unresolved, or where the project has no resolutions
 * @param resolved when it got its resolution; none while unresolved
 * @param property of ours; none when somebody else made the issue
 * @param closing who put it into its status and when, if the history tells
 */
public record Issue(
        long id,
        String key,
        String status,
        boolean done,
        @Nullable String resolution,
        @Nullable Instant resolved,
        List<String> labels,
        @Nullable String priority,
        @Nullable String due,
        @Nullable JsonNode property,
        @Nullable Closing closing) {
    public Issue {
        labels = List.copyOf(labels);
    }

    public Optional<JsonNode> mark() {
        return Optional.ofNullable(property);
    }

    /** The last change of status. */
    public record Closing(String by, Instant at) {}
}
