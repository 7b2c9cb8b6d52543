package dev.gatehouse.policy.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.policy.support.SupportPolicy;
import dev.gatehouse.policy.support.SupportWindow;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.time.Instant;
import java.util.List;

/** What one decision is made on: the rules, what was recorded before, who asks, and when. */
record Sitting(ReleaseRules rules, ReleaseState state, String actor, Instant now) {

    SupportPolicy support() {
        return rules.support();
    }

    ApprovalPolicy approvals() {
        return rules.approvals();
    }

    SupportWindow window(Track track) {
        return state.window(track);
    }

    /** The candidate that waits for a decision. */
    Candidate candidate(Track track, ClientVersion version) {
        state.publication(track, version).ifPresent(found -> {
            throw new Refused("%s is published on %s already, by entry %d of the ledger"
                    .formatted(version, track, found.entry()));
        });
        return state.candidate(track, version)
                .orElseThrow(() -> new Refused("%s was not proposed for %s".formatted(version, track)));
    }

    Proposal proposal(Candidate candidate) {
        return state.proposal(candidate).orElseThrow();
    }

    /** Whatever changes the versions in use is for people with a role. */
    void officer() {
        if (!approvals().isInAnyRole(actor)) {
            throw new Refused("%s is in none of the roles under approvals.roles".formatted(actor));
        }
    }

    static void refuse(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new Refused(reasons);
        }
    }

    Draft draft(String type, ObjectNode payload) {
        return new Draft(actor, EntryTypes.listed(type), ReleaseState.VERSION, payload);
    }
}
