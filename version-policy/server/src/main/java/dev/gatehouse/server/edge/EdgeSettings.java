package dev.gatehouse.server.edge;

import dev.gatehouse.policy.edge.answer.CacheTimes;
import java.time.Duration;

/**
 * What the edge says, apart from what documents say.
 *
 * @param documentTimes how long caches keep a signed document
 * @param decisionTimes how long caches keep the answer to a check
 * @param retryAfter how long a refused client shall not ask again
 * @param index whether {@code /v1/apps} lists every document, for other edges to copy them
 */
public record EdgeSettings(
        EnforceSettings enforce,
        CacheTimes documentTimes,
        CacheTimes decisionTimes,
        Duration retryAfter,
        boolean index) {}
