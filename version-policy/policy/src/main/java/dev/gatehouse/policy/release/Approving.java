package dev.gatehouse.policy.release;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.policy.support.SupportEvents;

/** A candidate on its way: proposed, approved, rejected. */
final class Approving {
    private Approving() {}

    static Draft propose(Sitting sitting, Candidate candidate) {
        sitting.refusePublished(candidate.track(), candidate.version());
        var scanned = candidate.scan().commit();
        if (!scanned.isEmpty() && !candidate.commit().isEmpty() && !scanned.equals(candidate.commit())) {
            throw new BadInput("the report is of commit %s, but %s is proposed: scan that one"
                    .formatted(scanned, candidate.commit()));
        }
        var payload =
                SupportEvents.payload(candidate.track(), candidate.version()).put("digest", candidate.digest());
        payload.set("candidate", candidate.json());
        return sitting.draft(ReleaseState.PROPOSED, payload);
    }

    static Draft approve(Sitting sitting, Command.Approve command) {
        var proposal = waiting(sitting, command);
        proposal.rejections().stream().findFirst().ifPresent(no -> {
            throw new Refused(
                    "rejected by %s: %s; only a new proposal takes that back".formatted(no.actor(), no.reason()));
        });
        Sitting.refuse(sitting.approvals().objections(proposal, sitting.actor(), command.role()));
        sitting.approvals().approval(proposal, sitting.actor(), sitting.now()).ifPresent(given -> {
            throw new Refused(
                    "%s has approved it as %s already, and nobody counts twice".formatted(given.actor(), given.role()));
        });
        return sitting.draft(
                ReleaseState.APPROVED,
                SupportEvents.payload(command.track(), command.version())
                        .put("digest", proposal.digest())
                        .put("role", command.role()));
    }

    /** Anybody with a role may reject, the proposer too. */
    static Draft reject(Sitting sitting, Command.Reject command) {
        var proposal = waiting(sitting, command);
        if (!sitting.approvals().isInAnyRole(sitting.actor())) {
            throw new Refused("%s is in no role that may reject".formatted(sitting.actor()));
        }
        return sitting.draft(
                ReleaseState.REJECTED,
                SupportEvents.payload(command.track(), command.version())
                        .put("digest", proposal.digest())
                        .put("reason", command.reason()));
    }

    private static Proposal waiting(Sitting sitting, Command command) {
        return sitting.proposal(sitting.candidate(command.track(), command.version()));
    }
}
