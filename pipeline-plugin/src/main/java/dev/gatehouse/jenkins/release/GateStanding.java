package dev.gatehouse.jenkins.release;

import dev.gatehouse.policy.release.Decision;
import dev.gatehouse.policy.release.Proposal;
import dev.gatehouse.policy.train.Ruling;
import java.util.List;

/**
 * What people and rules say about a candidate now.
 *
 * @param rulings every rule's word on publishing it at once
 */
record GateStanding(Proposal proposal, List<Ruling> rulings) {
    GateStanding {
        rulings = List.copyOf(rulings);
    }

    boolean isReady() {
        return rulings.stream().allMatch(Ruling::kept);
    }

    /** What is missing, a sentence each. */
    List<String> missing() {
        return rulings.stream()
                .filter(ruling -> !ruling.kept())
                .map(ruling -> ruling.rule() + ": " + ruling.reason())
                .toList();
    }

    /** Who approved exactly this. */
    List<String> approvers() {
        return proposal.decisions().stream()
                .filter(Decision::approves)
                .filter(decision -> decision.digest().equals(proposal.digest()))
                .map(Decision::actor)
                .distinct()
                .toList();
    }
}
