package dev.gatehouse.policy.statement;

/** Nothing can be said, because what would show it is not there, cannot be read, is not to be believed or is too old. */
public final class NoEvidence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoEvidence(String why) {
        super(why);
    }

    public NoEvidence(String why, Throwable cause) {
        super(why, cause);
    }
}
