package dev.gatehouse.policy.ledger;

import dev.gatehouse.findings.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A ledger with the state that its entries lead to. The state is kept, so that a server reads only what others added
 * since; whoever looks at it sees everything that was acknowledged before. Several of these may share one store, each
 * with a state of its own.
 *
 * @param <S> the state; only ever touched by one thread at a time
 */
public final class Ledger<S> {
    private static final int MAX_ATTEMPTS = 200;
    private static final int LONGEST_PAUSE_MILLIS = 20;

    private final LedgerStore store;
    private final Clock clock;
    private final Supplier<S> empty;
    private final BiConsumer<S, Entry> fold;
    private S state;
    private Head head = Head.START;

    /** What is to be recorded, given all that was recorded before; called again when somebody else was faster. */
    public interface Decision<S> {
        Draft on(S state, Instant now);
    }

    /**
     * @param empty the state before the first entry
     * @param fold puts one entry onto a state
     */
    public Ledger(LedgerStore store, Clock clock, Supplier<S> empty, BiConsumer<S, Entry> fold) {
        this.store = store;
        this.clock = clock;
        this.empty = empty;
        this.fold = fold;
        this.state = empty.get();
    }

    /** What {@code question} makes of the newest state; it must not keep the state itself. */
    public synchronized <T> T look(Function<? super S, T> question) {
        catchUp();
        return question.apply(state);
    }

    /**
     * Records what {@code decision} makes of the state, at the time that it is given. When somebody else was faster, their
     * entries are put onto the state and the decision is made anew, so a rule can never be passed by two at once.
     */
    public synchronized Entry decide(Decision<? super S> decision) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            catchUp();
            var now = now();
            try {
                return store.append(head, decision.on(state, now), now);
            } catch (Conflict lost) {
                pause(attempt);
            }
        }
        throw new BadInput(
                "%s: others kept appending for %d attempts; try again".formatted(store.name(), MAX_ATTEMPTS));
    }

    /** What {@link #decide} would record now; nothing is written. */
    public synchronized Draft preview(Decision<? super S> decision) {
        catchUp();
        return decision.on(state, now());
    }

    public LedgerStore store() {
        return store;
    }

    private void catchUp() {
        boolean whole = false;
        try {
            head = store.read(head, entry -> fold.accept(state, entry));
            whole = true;
        } finally {
            if (!whole) {
                // some entries may be on the state already, and must not be put there twice
                state = empty.get();
                head = Head.START;
            }
        }
    }

    /** As entries keep it, to the millisecond. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void pause(int attempt) {
        try {
            Thread.sleep(Math.min(attempt, LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(store.name() + ": interrupted while waiting for others", e));
        }
    }
}
