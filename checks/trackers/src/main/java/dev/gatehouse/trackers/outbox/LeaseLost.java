package dev.gatehouse.trackers.outbox;

/** Another process has taken the work over, since this one was silent for too long; nothing more must be done on it. */
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost(Subject subject) {
        super("another process works on " + subject);
    }
}
