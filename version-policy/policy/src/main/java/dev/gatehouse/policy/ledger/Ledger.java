package dev.gatehouse.policy.ledger;

import dev.gatehouse.findings.BadInput;
import java.time.Clock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Decides on the state that the ledger holds, and records the decision only if that is still the state. */
public final class Ledger {
    private static final int MAX_ATTEMPTS = 200;

    private final LedgerStore store;
    private final Clock clock;

    public Ledger(LedgerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The state that all entries lead to. {@code fold} puts one entry onto a state. */
    public <S> S state(Supplier<S> empty, BiConsumer<S, Entry> fold) {
        var state = empty.get();
        store.read(Head.START, entry -> fold.accept(state, entry));
        return state;
    }

    /**
     * Records what {@code decision} makes of the state. When somebody else was faster, their entries are put onto the
     * state and the decision is made anew, so a rule can never be passed by two at once.
     */
    public <S> Entry decide(Supplier<S> empty, BiConsumer<S, Entry> fold, Function<S, Draft> decision) {
        var state = empty.get();
        var head = Head.START;
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            head = store.read(head, entry -> fold.accept(state, entry));
            try {
                return store.append(head, decision.apply(state), clock.instant());
            } catch (Conflict lost) {
                Thread.onSpinWait();
            }
        }
        throw new BadInput(
                "%s: others kept appending for %d attempts; try again".formatted(store.name(), MAX_ATTEMPTS));
    }

    public LedgerStore store() {
        return store;
    }
}
