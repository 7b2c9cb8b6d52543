package dev.gatehouse.policy.statement;

import dev.gatehouse.policy.fleet.FleetState;
import dev.gatehouse.policy.incident.IncidentState;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.Head;
import dev.gatehouse.policy.ledger.LedgerAudit;
import dev.gatehouse.policy.ledger.LedgerStore;
import dev.gatehouse.policy.release.Candidate;
import dev.gatehouse.policy.release.Decision;
import dev.gatehouse.policy.release.Proposal;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.policy.support.SupportEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        boolean publishes = entry.type().equals(SupportEvents.PUBLISHED);
        var proposal = publishes ? proposal(entry) : Optional.<Proposal>empty();
        var candidate = publishes ? candidate(entry) : Optional.<Candidate>empty();
        incidents.accept(entry);
        fleet.accept(entry);
        if (publishes) {
            var track = SupportEvents.track(entry.payload());
            published.add(new Published(
                    track,
                    releases()
                            .publication(track, SupportEvents.version(entry.payload()))
                            .orElseThrow(),
                    proposal.map(LedgerFacts::approvers).orElse(List.of()),
                    proposal.filter(Proposal::isRejected).isPresent(),
                    candidate.map(one -> one.scan().reportSha256()).orElse("")));
        }
    }

    /** What is proposed in the moment before it goes out. */
    private Optional<Candidate> candidate(Entry entry) {
        return releases().candidate(SupportEvents.track(entry.payload()), SupportEvents.version(entry.payload()));
    }

    private Optional<Proposal> proposal(Entry entry) {
        return candidate(entry).flatMap(candidate -> releases().proposal(candidate));
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
