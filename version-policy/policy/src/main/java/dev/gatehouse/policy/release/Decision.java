package dev.gatehouse.policy.release;

import java.time.Instant;

/**
 * One person's word on one digest.
 *
 * @param role in which an approval was given; empty for a rejection
 * @param reason of a rejection; empty for an approval
 */
public record Decision(String actor, boolean approves, String digest, String role, String reason, Instant time) {}
