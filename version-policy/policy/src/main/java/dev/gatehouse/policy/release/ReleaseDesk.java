package dev.gatehouse.policy.release;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.policy.train.Ruling;
import java.time.Instant;
import java.util.List;

/**
 * Turns a person's wish into what the ledger records, or refuses it with every rule's reason. Writes nothing itself:
 * the ledger calls it again when the state has changed. The one place where commands, pages and pipelines are decided.
 */
public final class ReleaseDesk {
    private final ReleaseRules rules;

    public ReleaseDesk(ReleaseRules rules) {
        this.rules = rules;
    }

    /**
     * Decides on a command.
     *
     * @param actor who asks; that they are who they say is for the caller to make sure
     * @throws Refused when the rules say no; the same may be right later
     * @throws BadInput when it can never be right, such as for an app that nobody declared
     */
    public Draft decide(ReleaseState state, Command command, String actor, Instant now) {
        var sitting = new Sitting(rules, state, actor, now);
        rules.support().store(command.track());
        if (command instanceof Command.Propose propose) {
            return Approving.propose(sitting, propose.candidate());
        } else if (command instanceof Command.Approve approve) {
            return Approving.approve(sitting, approve);
        } else if (command instanceof Command.Reject reject) {
            return Approving.reject(sitting, reject);
        } else if (command instanceof Command.Publish publish) {
            return Publishing.publish(sitting, publish);
        } else if (command instanceof Command.Retire retire) {
            return Supporting.retire(sitting, retire);
        } else if (command instanceof Command.Block block) {
            return Supporting.block(sitting, block);
        } else if (command instanceof Command.RaiseMinimum raise) {
            return Supporting.raiseMinimum(sitting, raise);
        } else if (command instanceof Command.ProposeRollback propose) {
            return RollingBack.propose(sitting, propose);
        } else if (command instanceof Command.ApproveRollback approve) {
            return RollingBack.approve(sitting, approve);
        } else if (command instanceof Command.RollBack apply) {
            return RollingBack.apply(sitting, apply);
        }
        throw new IllegalStateException("no rule for " + command);
    }

    /** Where every candidate stands that is not out yet, in the order in which the versions were first proposed. */
    public List<Standing> standings(ReleaseState state, Instant now) {
        return state.candidates().stream()
                .map(candidate -> standing(state, candidate, now))
                .toList();
    }

    /**
     * Every rule's word on publishing a candidate at {@code now}: calendar, verdict, approvals.
     *
     * @param hotfix the reason for going by the hotfix lane; empty for the usual way
     */
    public List<Ruling> rulings(ReleaseState state, Candidate candidate, String hotfix, Instant now) {
        var proposal = state.proposal(candidate).orElseThrow();
        return Publishing.rulings(rules, state, candidate, proposal, hotfix, now);
    }

    /**
     * The word of the rules that need nobody's approval, on a candidate that need not be proposed yet: calendar and
     * verdict.
     *
     * @param hotfix the reason for going by the hotfix lane; empty for the usual way
     */
    public List<Ruling> facts(ReleaseState state, Candidate candidate, String hotfix, Instant now) {
        return Publishing.facts(rules, state, candidate, hotfix, now);
    }

    private Standing standing(ReleaseState state, Candidate candidate, Instant now) {
        var proposal = state.proposal(candidate).orElseThrow();
        var rulings = Publishing.rulings(rules, state, candidate, proposal, "", now);
        if (proposal.isRejected()) {
            return new Standing(candidate, proposal, Standing.Stage.REJECTED, rulings);
        }
        boolean ready = rulings.stream().allMatch(Ruling::kept);
        return new Standing(candidate, proposal, ready ? Standing.Stage.READY : Standing.Stage.WAITING, rulings);
    }
}
