package dev.gatehouse.policy.statement;

import java.time.Instant;

/** One person's access that is in force. Who it is stays out of a statement. */
public record AccessGrant(String role, Instant from, Instant until) {}
