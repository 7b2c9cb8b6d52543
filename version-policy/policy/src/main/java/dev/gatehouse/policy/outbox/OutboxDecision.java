package dev.gatehouse.policy.outbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.policy.ledger.Draft;

/**
 * What a person decided about something that waits, for the ledger. It is recorded before it is carried out: a drop that
 * nobody can find again would be worse than one that is recorded and then comes too late.
 *
 * @param type {@link #RETRY} or {@link #DROP}
 * @param reason empty where none is asked for
 */
public record OutboxDecision(String type, Waiting about, String reason) {
    public static final String RETRY = "outbox.retry";
    public static final String DROP = "outbox.drop";
    private static final int VERSION = 1;

    /** Lets the next build try it at once. */
    public static OutboxDecision retry(Waiting about) {
        return new OutboxDecision(RETRY, about, "");
    }

    /** Removes it for good. */
    public static OutboxDecision drop(Waiting about, String reason) {
        return new OutboxDecision(DROP, about, reason);
    }

    public Draft by(String actor) {
        var payload = JsonNodeFactory.instance
                .objectNode()
                .put("entry", about.id())
                .put("tracker", about.tracker())
                .put("target", about.target())
                .put("subject", about.subject())
                .put("title", about.title());
        return new Draft(actor, type, VERSION, reason.isEmpty() ? payload : payload.put("reason", reason));
    }
}
