package dev.gatehouse.policy.ledger;

import java.util.function.Consumer;

/**
 * Reads a ledger as an auditor does. A decision's reading checks that the bytes of each entry are those that were hashed
 * and chained; this one checks besides that they are written in the one form that RFC 8785 leaves, so that no entry can
 * mean two things to two readers.
 */
public final class LedgerAudit {
    private LedgerAudit() {}

    /**
     * Reads all entries.
     *
     * @return the head that was reached
     * @throws BrokenLedger at the first entry that is not in order
     */
    public static Head verify(LedgerStore ledger) {
        return verify(ledger, entry -> {});
    }

    /** As {@link #verify(LedgerStore)}, and hands each entry over once it was found in order. */
    public static Head verify(LedgerStore ledger, Consumer<? super Entry> each) {
        return ledger.read(Head.START, entry -> {
            if (!EntryFormat.stored(entry).hash().equals(entry.hash())) {
                throw new BrokenLedger(
                        ledger.name(), entry.sequence(), "its content is not written as canonical JSON (RFC 8785)");
            }
            each.accept(entry);
        });
    }
}
