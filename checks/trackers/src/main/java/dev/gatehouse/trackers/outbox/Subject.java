package dev.gatehouse.trackers.outbox;

/**
 * What an intent is about. There is at most one intent for a subject at a time, and at most one process works on it.
 *
 * @param tracker {@code jira} or {@code github}
 * @param target where, such as {@code https://example.atlassian.net SHOP}; an outage or a limit holds up a whole target
 * @param name within the target, such as {@code issue/3f2a…}; the same in every build
 */
public record Subject(String tracker, String target, String name) {
    public Place place() {
        return new Place(tracker, target);
    }

    boolean isIn(String wantedTracker, String wantedTarget) {
        return tracker.equals(wantedTracker) && target.equals(wantedTarget);
    }

    @Override
    public String toString() {
        return tracker + " " + target + " " + name;
    }
}
