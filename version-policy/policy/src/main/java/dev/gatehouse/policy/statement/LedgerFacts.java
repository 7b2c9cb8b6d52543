package dev.gatehouse.policy.statement;

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

/** What a whole, verified ledger comes to, as far as claims ask for it. */
public final class LedgerFacts {
    private final IncidentState incidents = new IncidentState();
    private final FleetState fleet = new FleetState();
    private final List<Published> published = new ArrayList<>();
    private Head head = Head.START;

    static LedgerFacts of(LedgerStore store) {
        var facts = new LedgerFacts();
        facts.head = LedgerAudit.verify(store, facts::accept);
        return facts;
    }

    private void accept(Entry entry) {
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

    /** Everything that ever went out, oldest first. */
    public List<Published> published() {
        return List.copyOf(published);
    }

    public Head head() {
        return head;
    }
}
