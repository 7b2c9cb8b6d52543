package dev.gatehouse.policy.git;

import dev.gatehouse.policy.version.SemVer;
import java.time.Instant;

/**
 * A tag that names a version.
 *
 * @param name without {@code refs/tags/}
 * @param commit 40 hexadecimal digits
 * @param time when it was tagged; of a lightweight tag, which does not know, when its commit was made
 */
public record VersionTag(String name, SemVer version, String commit, Instant time, boolean annotated) {}
