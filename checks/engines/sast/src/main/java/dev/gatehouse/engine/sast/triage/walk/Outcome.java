package dev.gatehouse.engine.sast.triage.walk;

import dev.gatehouse.engine.sast.triage.value.Heap;
import dev.gatehouse.engine.sast.triage.value.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a method that was called leaves when it returns.
 *
 * @param returns false when it always throws
 * @param value null for a method without a result
 * @param cleared bits of the uses for which values are harmless now that it has returned
 */
record Outcome(boolean returns, @Nullable Value value, Heap heap, Map<Integer, Integer> cleared) {}
