package dev.gatehouse.policy.ledger;

/** The chain does not hold. Nothing is ever appended to such a ledger, and nothing is dropped to mend it. */
public final class BrokenLedger extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final long sequence;
    private final String reason;

    /**
     * @param place file and line, or table and row
     * @param sequence of the first bad entry, counted from 1
     */
    public BrokenLedger(String place, long sequence, String reason) {
        super("%s: entry %d is broken: %s".formatted(place, sequence, reason));
        this.place = place;
        this.sequence = sequence;
        this.reason = reason;
    }

    public String place() {
        return place;
    }

    public long sequence() {
        return sequence;
    }

    public String reason() {
        return reason;
    }
}
