package dev.gatehouse.policy.outbox;

import java.time.Instant;

/**
 * Something that is to be true in a tracker, and is not yet.
 *
 * @param id of the entry
 * @param tracker {@code jira} or {@code github}
 * @param target where, such as {@code https://example.atlassian.net SHOP}
 * @param subject what it is about, the same in every build
 * @param title for people, one line
 * @param since when it began to wait
 * @param due not before then is it tried again by itself
 * @param attempts that ended with a problem
 * @param problem of the last attempt; empty before the first
 */
public record Waiting(
        long id,
        String tracker,
        String target,
        String subject,
        String title,
        Instant since,
        Instant due,
        int attempts,
        String problem,
        State state) {

    /** What happens next, by itself or not. The worse comes first. */
    public enum State {
        /** It is tried again only when a person says so. */
        NEEDS_A_PERSON,
        /** It failed, and is tried again when it is due. */
        FAILED,
        /** It was not tried yet. */
        WAITING,
        /** A build works on it just now. */
        IN_WORK
    }
}
