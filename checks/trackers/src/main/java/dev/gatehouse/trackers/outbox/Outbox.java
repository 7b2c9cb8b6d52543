package dev.gatehouse.trackers.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A durable queue of intents, shared by every process that opens the same store. */
public interface Outbox extends AutoCloseable {

    /** Adds all or nothing. An intent for a subject that waits already replaces it, and is tried at once. */
    void add(Collection<Intent> intents);

    /**
     * Takes tasks of a target that are due and not refused, oldest first. They are this caller's for five minutes from the
     * last step that it took.
     */
    List<Task> take(String tracker, String target, int most);

    /** When the next task of a target that waits by itself is due; a pause of the target counts. */
    Optional<Instant> nextDue(String tracker, String target);

    /**
     * Hands out nothing of a target until then; the sentence says why.
     *
     * @param asked true when the tracker asked for it, which nobody but time ends
     */
    void pause(String tracker, String target, Instant until, String problem, boolean asked);

    /** Ends a pause that the tracker did not ask for. */
    void resume(String tracker, String target);

    List<Pause> pauses();

    /** Everything that waits, oldest first. */
    List<Entry> entries();

    /** Lets entries be tried now; returns how many there were. */
    int retry(Collection<Long> ids);

    /** Removes entries that no process works on; what is remembered of their subjects stays. Returns how many. */
    int drop(Collection<Long> ids);

    /**
     * Makes what tasks remember, forget and settle during this one step: durable at its end, and one write to the disk. All
     * others wait meanwhile, so nothing slow belongs in it.
     */
    void together(Runnable steps);

    /** What is remembered of a subject. */
    Map<String, String> memory(Subject subject);

    /** Everything remembered of a target under one name, by subject name. */
    Map<String, String> memories(String tracker, String target, String name);

    @Override
    void close();

    /** Why nothing of a target is handed out at the moment. */
    record Pause(String tracker, String target, Instant until, String problem) {}
}
