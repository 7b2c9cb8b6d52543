package dev.gatehouse.policy.statement;

import dev.gatehouse.policy.backup.RestoreState;
import dev.gatehouse.policy.fleet.FleetState;
import dev.gatehouse.policy.incident.IncidentState;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.ledger.LedgerAudit;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.policy.release.Decision;
import dev.gatehouse.policy.release.Proposal;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.policy.support.SupportEvents;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a whole, verified ledger comes to, as far as claims ask for it: one walk for all of them. */
public final class LedgerFacts {
    private final IncidentState incidents = new IncidentState();
    private final FleetState fleet = new FleetState();
    private final RestoreState restores = new RestoreState();
    private final List<Published> published = new ArrayList<>();
    private final AccessBook access;
    private final long marked;
    private Head head = Head.START;
    private @Nullable Head mark;

    private LedgerFacts(AccessBook access, long marked) {
        this.access = access;
        this.marked = marked;
    }

    /**
     * @param access learns of grants from the same walk
     * @param marked the number of an entry that is to be remembered; 0 for none
     */
    static LedgerFacts of(LedgerStore store, AccessBook access, long marked) {
        var facts = new LedgerFacts(access, marked);
        facts.head = LedgerAudit.verify(store, facts::accept);
        return facts;
    }

    private void accept(Entry entry) {
        access.accept(entry);
        restores.accept(entry);
        if (entry.sequence() == marked) {
            mark = entry.head();
        }
        if (entry.type().equals(SupportEvents.PUBLISHED)) {
            publish(entry);
        } else {
            incidents.accept(entry);
            fleet.accept(entry);
        }
    }

    private void publish(Entry entry) {
        var track = SupportEvents.track(entry.payload());
        var version = SupportEvents.version(entry.payload());
        // what is proposed in the moment before it goes out, and forgotten then
        var candidate = releases().candidate(track, version);
        var proposal = candidate.flatMap(one -> releases().proposal(one));
        incidents.accept(entry);
        fleet.accept(entry);
        published.add(new Published(
                track,
                releases().publication(track, version).orElseThrow(),
                proposal.map(LedgerFacts::approvers).orElse(List.of()),
                proposal.filter(Proposal::isRejected).isPresent(),
                candidate.map(one -> one.scan().reportSha256()).orElse("")));
    }

    private static List<String> approvers(Proposal proposal) {
        return proposal.decisions().stream()
                .filter(decision -> decision.approves() && decision.digest().equals(proposal.digest()))
                .map(Decision::actor)
                .filter(actor -> !actor.equals(proposal.proposer())
                        && !proposal.authors().contains(actor))
                .distinct()
                .toList();
    }

    public IncidentState incidents() {
        return incidents;
    }

    public ReleaseState releases() {
        return incidents.releases();
    }

    public FleetState fleet() {
        return fleet;
    }

    public RestoreState restores() {
        return restores;
    }

    /** Everything that ever went out, oldest first. */
    public List<Published> published() {
        return List.copyOf(published);
    }

    public Head head() {
        return head;
    }

    public AccessBook access() {
        return access;
    }

    /** The entry that was to be remembered; null where there is none of that number. */
    public @Nullable Head mark() {
        return mark;
    }
}
