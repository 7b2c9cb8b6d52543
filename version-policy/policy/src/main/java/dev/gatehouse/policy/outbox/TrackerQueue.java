package dev.gatehouse.policy.outbox;

import java.util.List;

/**
 * The queue in front of the trackers, which builds fill and empty. A store that cannot be reached is an {@link
 * java.io.UncheckedIOException}.
 */
public interface TrackerQueue {
    /** Where it is, without a password. */
    String place();

    /** Everything that waits. */
    List<Waiting> waiting();

    /** Which targets nothing is sent to just now. */
    List<Pause> pauses();

    /**
     * Lets the next build try it, also when it was refused or its target is paused; a pause that the tracker asked for stays.
     * False when it is not there any more.
     */
    boolean retry(long id);

    /** Removes it for good; false when it is not there any more, or somebody works on it. */
    boolean drop(long id);
}
