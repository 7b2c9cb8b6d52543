package dev.gatehouse.policy.backup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.Head;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every recorded restore. Filled by one thread, entry by entry. */
public final class RestoreState {
    public static final String RESTORED = "backup.restored";
    /** The newest payload shape that this build writes and reads. */
    public static final int VERSION = 1;

    private final List<Restored> restores = new ArrayList<>();

    public void accept(Entry entry) {
        if (!entry.type().equals(RESTORED)) {
            return;
        }
        entry.refuseNewerThan(VERSION);
        var payload = entry.payload();
        restores.add(new Restored(
                entry.time(),
                Instant.parse(payload.required("created").asText()),
                new Head(
                        payload.required("sequence").asLong(),
                        payload.required("hash").asText()),
                payload.path("trial").asBoolean()));
    }

    /** Oldest first. */
    public List<Restored> restores() {
        return List.copyOf(restores);
    }

    /**
     * What records a restore.
     *
     * @param created when the backup was made
     * @param head where the ledger in it ends
     * @param trial whether it went beside a server that goes on
     */
    public static Draft draft(String actor, Instant created, Head head, boolean trial) {
        var payload = JsonNodeFactory.instance
                .objectNode()
                .put("created", created.toString())
                .put("sequence", head.sequence())
                .put("hash", head.hash())
                .put("trial", trial);
        return new Draft(actor, RESTORED, VERSION, payload);
    }
}
