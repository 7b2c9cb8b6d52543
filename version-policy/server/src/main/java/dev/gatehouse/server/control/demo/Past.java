package dev.gatehouse.server.control.demo;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.policy.ledger.Conflict;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.release.ReleaseDesk;
import dev.gatehouse.policy.release.ReleaseRules;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.server.control.access.AccessDesk;
import java.nio.file.Path;
import java.time.Instant;

/** Decides as people would have, at times that never go back, and never past now. */
final class Past {
    private final LedgerStore store;
    private final ReleaseDesk desk;
    private final ReleaseState state = new ReleaseState();
    private final Instant now;
    private Head head = Head.START;
    private Instant time = Instant.EPOCH;

    Past(LedgerStore store, Path policy, Instant now) {
        this.store = store;
        this.desk = new ReleaseDesk(ReleaseRules.read(GatehouseFile.read(policy), null));
        this.now = now;
    }

    /** From then on, unless that is before the last entry. */
    Past at(Instant wanted) {
        var bounded = wanted.isAfter(now) ? now : wanted;
        time = bounded.isAfter(time) ? bounded : time;
        return this;
    }

    void decide(String actor, Command command) {
        record(desk.decide(state, command, actor, time));
    }

    void grant(AccessDesk.Wish wish) {
        record(AccessDesk.grant(wish, "olaf", time));
    }

    ReleaseState state() {
        return state;
    }

    private void record(Draft draft) {
        try {
            var entry = store.append(head, draft, time);
            state.accept(entry);
            head = entry.head();
        } catch (Conflict e) {
            throw new IllegalStateException("the demo's ledger is not its own", e);
        }
    }
}
