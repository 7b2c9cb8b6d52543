package dev.gatehouse.trackers.jira.api;

import java.util.List;

/**
 * Any issue, whoever made it, as far as a release cares.
 *
 * @param key as it is now; an issue that was moved has another one than it was asked for by
 * @param type such as <em>Bug</em>
 * @param done whether its status is of the category <em>done</em>
 * @param fixVersions by name
 */
public record WorkItem(String key, String summary, String type, String status, boolean done, List<String> fixVersions) {
    public WorkItem {
        fixVersions = List.copyOf(fixVersions);
    }
}
