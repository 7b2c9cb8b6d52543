package dev.gatehouse.client;

/** A document that must not be used; what was used before goes on. */
public final class NotBelieved extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** Truncated, or something else altogether. */
        UNREADABLE,
        /** Not signed by the publisher. */
        FORGED,
        /** Lower counter than one that was seen, or issued before it. */
        OLDER,
        /** Its time is over, or not come yet. */
        EXPIRED,
        /** About another app, platform or channel. */
        OTHER_APP
    }

    NotBelieved(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
