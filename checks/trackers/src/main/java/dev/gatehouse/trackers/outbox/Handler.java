package dev.gatehouse.trackers.outbox;

import java.util.List;

/** Makes intents of one target come true. It may be called again for what it has done already, and must then do nothing. */
public interface Handler {
    String tracker();

    String target();

    /** How many tasks it takes at once, at most. */
    int batch();

    /**
     * Works on some tasks, and settles each by {@link Task#done}, {@link Task#later} or {@link Task#refuse}. What it
     * leaves unsettled, also by throwing a {@link dev.gatehouse.trackers.http.TrackerProblem}, is tried again later.
     */
    void handle(List<Task> tasks);
}
