package dev.gatehouse.trackers.outbox;

import java.time.Instant;
import java.util.Optional;

/** An entry that this process holds for a while. */
public interface Task {
    Entry entry();

    default Intent intent() {
        return entry().intent();
    }

    /** What {@link #remember} kept for this subject, in this or any earlier task. */
    Optional<String> recall(String name);

    /**
     * Keeps something about the subject; durable when this returns, and beyond the end of the task.
     *
     * @throws LeaseLost when another process has taken the work over
     */
    void remember(String name, String value);

    /** Forgets it. */
    void forget(String name);

    /**
     * Holds the task for its full time again; call it before anything that must not be done twice.
     *
     * @throws LeaseLost when another process has taken the work over
     */
    void renew();

    /** Whether no newer intent has come for the subject since this one was taken. */
    boolean isNewest();

    /** It is as the intent says. Should a newer intent have come meanwhile, that one waits now. */
    void done();

    /** Not now; the sentence says why. */
    void later(Instant due, String problem);

    /** Not unless a person changes something; the sentence says what. */
    void refuse(String problem);
}
