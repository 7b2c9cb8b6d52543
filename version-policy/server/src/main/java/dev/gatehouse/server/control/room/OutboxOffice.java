package dev.gatehouse.server.control.room;

import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.outbox.OutboxDecision;
import dev.gatehouse.policy.outbox.TrackerQueue;
import dev.gatehouse.policy.outbox.Waiting;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.server.control.access.Role;
import dev.gatehouse.server.control.account.Scope;
import dev.gatehouse.server.control.web.Missing;
import java.util.Optional;

/**
 * What waits for trackers, and what people decide about it. The decision is recorded before it is carried out: a drop that
 * nobody can find again would be worse than one that is recorded and then comes too late.
 */
public final class OutboxOffice {
    private static final String GONE = "There is no such entry any more: it was done, or dropped.";

    private static final Role[] MAY_RETRY = {Role.DEVELOPER, Role.RELEASE_MANAGER, Role.SECURITY_OFFICER};
    private static final Role[] MAY_DROP = {Role.RELEASE_MANAGER, Role.SECURITY_OFFICER};

    private final ControlRoom room;
    private final Optional<TrackerQueue> queue;

    public OutboxOffice(ControlRoom room, Optional<TrackerQueue> queue) {
        this.room = room;
        this.queue = queue;
    }

    /** The queue; empty when this server was given none. */
    public Optional<TrackerQueue> queue() {
        return queue;
    }

    public boolean mayRetry(Person person) {
        return person.isAny(MAY_RETRY);
    }

    public boolean mayDrop(Person person) {
        return person.isAny(MAY_DROP);
    }

    /** The entry that somebody names by its number. */
    public static long id(String number) {
        if (!number.matches("[0-9]{1,18}")) {
            throw new Missing("There is no such entry.");
        }
        return Long.parseLong(number);
    }

    /** Lets the next build try it at once. */
    public Entry retry(Person person, long id) {
        person.needs(Scope.PROPOSE).needs(MAY_RETRY);
        var entry = recorded(person, OutboxDecision.retry(find(id)));
        if (!given().retry(id)) {
            throw new Missing(GONE);
        }
        return entry;
    }

    /** Removes it for good. */
    public Entry drop(Person person, long id, String reason) {
        person.needs(Scope.RELEASE).needs(MAY_DROP);
        var waiting = find(id);
        if (waiting.state() == Waiting.State.IN_WORK) {
            throw new Refused("a build works on entry %d just now: wait until it is done, or has failed".formatted(id));
        }
        var entry = recorded(person, OutboxDecision.drop(waiting, reason));
        if (!given().drop(id)) {
            throw new Refused("entry %d is still there if it is not done: a build took it up meanwhile".formatted(id));
        }
        return entry;
    }

    private Waiting find(long id) {
        return given().waiting().stream()
                .filter(waiting -> waiting.id() == id)
                .findFirst()
                .orElseThrow(() -> new Missing(GONE));
    }

    /** The queue, for those who ask for it as if there were one. */
    public TrackerQueue given() {
        return queue.orElseThrow(() -> new Missing("This server was not told where the outbox is (--outbox)."));
    }

    private Entry recorded(Person person, OutboxDecision decision) {
        return room.record((state, now) -> decision.by(person.name()));
    }
}
