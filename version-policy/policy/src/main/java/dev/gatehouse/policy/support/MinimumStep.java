package dev.gatehouse.policy.support;

import dev.gatehouse.policy.version.ClientVersion;
import java.time.Instant;

/** From {@code at} on, versions before {@code version} may not run. */
public record MinimumStep(ClientVersion version, Instant at) {}
