package dev.gatehouse.policy.outbox;

import java.time.Instant;

/**
 * Nothing is sent to a target for a while.
 *
 * @param reason a sentence
 */
public record Pause(String tracker, String target, Instant until, String reason) {}
