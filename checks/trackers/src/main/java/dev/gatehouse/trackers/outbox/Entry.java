package dev.gatehouse.trackers.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An intent in the queue.
 *
 * @param id short and stable, for the command line
 * @param due not before then is it tried again by itself
 * @param attempts that ended with a problem
 * @param problem of the last attempt, one sentence; none before the first problem
 * @param refused true when the tracker takes it only after a person changed something
 * @param working true while a process holds it
 */
public record Entry(
        long id,
        Intent intent,
        Instant created,
        Instant due,
        int attempts,
        @Nullable String problem,
        boolean refused,
        boolean working) {}
