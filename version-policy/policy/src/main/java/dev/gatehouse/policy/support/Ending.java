package dev.gatehouse.policy.support;

import dev.gatehouse.policy.version.ClientVersion;
import java.time.Instant;

/** The announced end of a version that has left the window; it may still run until then. */
public record Ending(ClientVersion version, Instant supportedUntil) {}
