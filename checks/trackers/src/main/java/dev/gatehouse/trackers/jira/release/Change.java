package dev.gatehouse.trackers.jira.release;

import java.util.List;

/**
 * A commit of the release.
 *
 * @param id 40 hexadecimal digits
 * @param subject first line of its message
 * @param keys of the issues that its message names, in order
 * @param merge whether it only joins others
 */
public record Change(String id, String subject, List<String> keys, boolean merge) {
    public Change {
        keys = List.copyOf(keys);
    }

    /** For people. */
    String brief() {
        return id.substring(0, 12) + " '" + subject + "'";
    }
}
