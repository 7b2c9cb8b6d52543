package dev.gatehouse.trackers.jira.api;

import java.util.List;

/**
 * A way out of an issue's status.
 *
 * @param toDone whether it leads to a status of the category <em>done</em>
 * @param required fields that must be given and have no default
 * @param resolutions names that its screen offers; empty when it has no such field
 */
public record Transition(
        String id, String name, String to, boolean toDone, List<String> required, List<String> resolutions) {
    public Transition {
        required = List.copyOf(required);
        resolutions = List.copyOf(resolutions);
    }
}
