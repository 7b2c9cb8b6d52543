package dev.gatehouse.engine.sast.triage.value;

import org.jspecify.annotations.Nullable;

/**
 * Where a value was read from a request.
 *
 * @param file {@code package/Type.java} when the class file says it
 * @param line 0 when the class file does not say it
 */
public record Source(@Nullable String file, int line) {}
