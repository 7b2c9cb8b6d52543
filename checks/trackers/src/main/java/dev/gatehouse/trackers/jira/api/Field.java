package dev.gatehouse.trackers.jira.api;

import java.util.List;

/**
 * A field of the screen on which issues of a type are created.
 *
 * @param required whether Jira asks for it and has no default
 * @param allowed names of the values that it takes; empty for any
 */
public record Field(String id, String name, boolean required, List<String> allowed) {
    public Field {
        allowed = List.copyOf(allowed);
    }
}
