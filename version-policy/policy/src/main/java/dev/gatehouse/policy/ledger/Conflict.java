package dev.gatehouse.policy.ledger;

/** Somebody else appended first: what was decided on the old head must be decided anew. */
public final class Conflict extends Exception {
    private static final long serialVersionUID = 1L;

    public Conflict(Head expected) {
        super("the ledger has grown past entry %d".formatted(expected.sequence()));
    }
}
