package dev.gatehouse.jenkins.release;

import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.Ledger;
import dev.gatehouse.policy.release.ApprovalPolicy;
import dev.gatehouse.policy.release.Candidate;
import dev.gatehouse.policy.release.Command;
import dev.gatehouse.policy.release.Decision;
import dev.gatehouse.policy.release.Proposal;
import dev.gatehouse.policy.release.ReleaseDesk;
import dev.gatehouse.policy.release.ReleaseRules;
import dev.gatehouse.policy.release.ReleaseState;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.train.Ruling;
import dev.gatehouse.policy.version.ClientVersion;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides on releases by a ledger on the controller, for people whose groups the security realm knows. */
final class GateDesk {
    private final Ledger<ReleaseState> ledger;
    private final Groups groups;
    private final Clock clock;

    GateDesk(Ledger<ReleaseState> ledger, Groups groups, Clock clock) {
        this.ledger = ledger;
        this.groups = groups;
        this.clock = clock;
    }

    /** Calendar and verdict, before anybody is asked. */
    List<Ruling> facts(ReleaseRules rules, Candidate candidate, String hotfix) {
        var desk = new ReleaseDesk(rules);
        return ledger.look(state -> desk.facts(state, candidate, hotfix, clock.instant()));
    }

    /** Records what a person wants, by rules that know their groups. */
    Entry decide(ReleaseRules rules, Command command, String actor) {
        var desk = new ReleaseDesk(known(rules, command.track(), command.version(), Set.of(actor)));
        return ledger.decide((state, now) -> desk.decide(state, command, actor, now));
    }

    /** What waits now, if it is still what the gate proposed. */
    Optional<GateStanding> standing(ReleaseRules rules, GateRecord gate) {
        var known = known(rules, gate.track(), gate.version(), Set.of());
        var desk = new ReleaseDesk(known);
        return ledger.look(state -> state.candidate(gate.track(), gate.version())
                .filter(candidate -> candidate.digest().equals(gate.getDigest()))
                .map(candidate -> new GateStanding(
                        state.proposal(candidate).orElseThrow(),
                        desk.rulings(state, candidate, gate.getHotfix(), clock.instant()))));
    }

    /** Whether it is out already, so that nobody is waited for. */
    boolean isPublished(GateRecord gate) {
        return ledger.look(
                state -> state.publication(gate.track(), gate.version()).isPresent());
    }

    /** The commit of what was proposed as a version. */
    Optional<String> commit(Track track, ClientVersion version) {
        return ledger.look(state -> state.candidate(track, version).map(Candidate::commit));
    }

    /** Why {@code actor} may approve in no role; none when they may in some, or when nothing waits. */
    List<String> objections(ReleaseRules rules, GateRecord gate, String actor) {
        var approvals =
                known(rules, gate.track(), gate.version(), Set.of(actor)).approvals();
        var ofRoles = standing(rules, gate).map(GateStanding::proposal).stream()
                .flatMap(proposal ->
                        approvals.required().keySet().stream().map(role -> approvals.objections(proposal, actor, role)))
                .toList();
        return ofRoles.stream().anyMatch(List::isEmpty)
                ? List.of()
                : ofRoles.stream().flatMap(List::stream).distinct().toList();
    }

    /** The roles in which {@code actor} may approve what waits; none for the proposer and the authors. */
    List<String> roles(ReleaseRules rules, GateRecord gate, String actor) {
        var approvals =
                known(rules, gate.track(), gate.version(), Set.of(actor)).approvals();
        return standing(rules, gate).map(GateStanding::proposal).stream()
                .flatMap(proposal -> approvals.required().keySet().stream()
                        .filter(role ->
                                approvals.objections(proposal, actor, role).isEmpty()))
                .toList();
    }

    private ReleaseRules known(ReleaseRules rules, Track track, ClientVersion version, Set<String> asking) {
        var people = new HashSet<>(asking);
        people.addAll(ledger.look(state ->
                state
                        .candidate(track, version)
                        .flatMap(state::proposal)
                        .map(Proposal::decisions)
                        .orElse(List.of())
                        .stream()
                        .map(Decision::actor)
                        .toList()));
        Map<String, Set<String>> theirs = new HashMap<>();
        // asking a directory takes time: only where a role has groups, and never with the ledger held
        if (namesGroups(rules.approvals())) {
            people.forEach(person -> theirs.put(person, groups.of(person)));
        }
        return new ReleaseRules(rules.support(), rules.approvals().knowing(theirs), rules.train());
    }

    private static boolean namesGroups(ApprovalPolicy approvals) {
        return approvals.roles().values().stream()
                .anyMatch(members -> members.stream().anyMatch(name -> name.startsWith(ApprovalPolicy.GROUP)));
    }
}
