package dev.gatehouse.trackers.outbox;

/** The queue's own store failed: a full disk, a damaged file, a lost database. */
public final class OutboxBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutboxBroken(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
