package dev.gatehouse.policy.ledger;

import java.time.Instant;
import java.util.function.Consumer;

/** Where a ledger is kept. Safe for use by several threads and processes at once. */
public interface LedgerStore {

    /**
     * Hands every entry behind {@code after} to {@code each}, in order, each one verified against the one before it.
     *
     * @return the head that was reached
     * @throws BrokenLedger at the first entry that does not fit, or when {@code after} itself is not there any more; the good
     *     ones before it have been handed over
     */
    Head read(Head after, Consumer<? super Entry> each);

    /**
     * Appends one entry and returns when it will survive a power cut.
     *
     * @param expected the head on which the decision was made
     * @throws Conflict when the ledger's head is another one by now; nothing was written
     * @throws BrokenLedger when what was appended meanwhile does not fit; nothing was written
     */
    Entry append(Head expected, Draft draft, Instant time) throws Conflict;

    /** The store's name for messages: a file, or a table in a database. Never holds a password. */
    String name();
}
