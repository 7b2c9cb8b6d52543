package dev.gatehouse.policy.ledger;

/** Where a ledger ends: its last entry's sequence and hash. Whoever knows a head can tell a shortened ledger. */
public record Head(long sequence, String hash) {
    /** The head of an empty ledger. */
    public static final Head START = new Head(0, "0".repeat(64));
}
