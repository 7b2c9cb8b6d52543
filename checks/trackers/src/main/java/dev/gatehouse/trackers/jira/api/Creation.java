package dev.gatehouse.trackers.jira.api;

import dev.gatehouse.trackers.http.TrackerProblem;

/** What became of one issue of a creation. */
public sealed interface Creation {
    record Created(long id, String key) implements Creation {}

    /** Jira made nothing. */
    record Refused(TrackerProblem problem) implements Creation {}
}
