package dev.gatehouse.trackers.outbox;

/**
 * Where intents are for. An outage or a limit holds up a whole place.
 *
 * @param tracker {@code jira} or {@code github}
 * @param target of the tracker's own words
 */
public record Place(String tracker, String target) {
    @Override
    public String toString() {
        return tracker + " " + target;
    }
}
