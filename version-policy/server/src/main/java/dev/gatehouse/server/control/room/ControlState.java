package dev.gatehouse.server.control.room;

import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.policy.support.SupportEvents;
import dev.gatehouse.server.control.access.AccessState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What the whole ledger adds up to, and its newest entries. Only ever touched by one thread at a time. */
public final class ControlState {
    /** Older entries are read from the store when they are asked for. */
    static final int RECENT = 2_000;

    private final ReleaseState releases = new ReleaseState();
    private final AccessState access = new AccessState();
    private final Deque<Entry> recent = new ArrayDeque<>();
    private final List<ReleaseStatus> published = new ArrayList<>();
    private Head head = Head.START;

    void accept(Entry entry) {
        if (entry.type().equals(SupportEvents.PUBLISHED)) {
            keep(entry);
        }
        releases.accept(entry);
        access.accept(entry);
        recent.addFirst(entry);
        if (recent.size() > RECENT) {
            recent.removeLast();
        }
        head = entry.head();
    }

    /** The release state forgets what is out; people still want to see what was approved, and by whom. */
    private void keep(Entry entry) {
        var track = SupportEvents.track(entry.payload());
        var version = SupportEvents.version(entry.payload());
        releases.candidate(track, version)
                .flatMap(candidate -> releases.proposal(candidate)
                        .map(proposal ->
                                new ReleaseStatus(candidate, proposal, ReleaseStatus.Stage.PUBLISHED, List.of())))
                .ifPresent(published::add);
    }

    /** What is out, in the order of publishing. */
    List<ReleaseStatus> published() {
        return List.copyOf(published);
    }

    public ReleaseState releases() {
        return releases;
    }

    public AccessState access() {
        return access;
    }

    public Head head() {
        return head;
    }

    /** Newest first. */
    List<Entry> recent() {
        return new ArrayList<>(recent);
    }
}
