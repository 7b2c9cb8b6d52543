package dev.gatehouse.policy.support;

import dev.gatehouse.policy.version.ClientVersion;
import java.time.Instant;

/**
 * A version that was released.
 *
 * @param storeLiveAt when the store serves it to everybody; before that it can be nobody's minimum
 */
public record PublishedVersion(ClientVersion version, Instant published, Instant storeLiveAt) {}
