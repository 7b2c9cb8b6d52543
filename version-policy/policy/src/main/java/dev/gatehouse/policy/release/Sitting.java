package dev.gatehouse.policy.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.BadInput;
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
        refusePublished(track, version);
        return state.candidate(track, version)
                .orElseThrow(() -> new Refused("%s was not proposed for %s".formatted(version, track)));
    }

    /** That a version exists already is no verdict of the policy: whoever names it means another one. */
    void refusePublished(Track track, ClientVersion version) {
        state.publication(track, version).ifPresent(found -> {
            throw new BadInput("%s is published on %s already, by entry %d of the ledger: propose a higher version"
                    .formatted(version, track, found.entry()));
        });
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
