package dev.gatehouse.policy.train;

import dev.gatehouse.policy.version.SemVer;
import java.time.Instant;

/**
 * A version that went out.
 *
 * @param name of its tag, or its version as it was published
 */
public record Release(String name, SemVer version, Instant time) {}
