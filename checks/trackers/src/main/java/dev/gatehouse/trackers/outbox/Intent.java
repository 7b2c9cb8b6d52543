package dev.gatehouse.trackers.outbox;

/**
 * What should be true in a tracker. It is a wish about a state, not a command: doing it again changes nothing, and a newer
 * intent for the same subject takes the place of one that still waits.
 *
 * @param title for people, one line
 * @param payload of the handler's own, usually JSON; no secrets
 */
public record Intent(Subject subject, String title, String payload) {}
