package dev.gatehouse.trackers.jira.settings;

import java.util.List;
import java.util.Map;

/**
 * Who gets an issue.
 *
 * @param from where owners are looked for, in this order
 * @param users how Jira calls them, by how CODEOWNERS or git does
 */
public record People(List<Source> from, Map<String, String> users) {
    public People {
        from = List.copyOf(from);
        users = Map.copyOf(users);
    }

    /** Where an owner is known from. */
    public enum Source {
        CODEOWNERS,
        BLAME
    }
}
