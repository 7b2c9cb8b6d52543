package dev.gatehouse.policy.signing;

/** Why a signed document is not to be believed; always exactly one reason. */
public final class NotTrusted extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What made verification end. */
    public enum Reason {
        NO_ENVELOPE,
        OTHER_TYPE,
        NO_SIGNATURES,
        UNKNOWN_KEY,
        WRONG_SIGNATURE,
        NOT_YET_VALID,
        EXPIRED,
        BAD_PAYLOAD
    }

    public NotTrusted(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
