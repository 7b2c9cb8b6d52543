package dev.gatehouse.policy.release;

import dev.gatehouse.policy.json.Sha256;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.policy.support.SupportEvents;
import java.nio.charset.StandardCharsets;

/** The only way of a minimum down: proposed, approved by the roles, and only then done. */
final class RollingBack {
    private RollingBack() {}

    static Draft propose(Sitting sitting, Command.ProposeRollback command) {
        sitting.officer();
        var version = command.version();
        var window = sitting.window(command.track());
        var least = window.minimum(sitting.now())
                .orElseThrow(() -> new Refused("%s has no minimum".formatted(command.track())));
        if (version.compareTo(least) >= 0 || window.find(version).isEmpty()) {
            throw new Refused("%s is no published version below the minimum %s".formatted(version, least));
        }
        var payload = SupportEvents.payload(command.track(), version)
                .put("reason", command.reason())
                .put("from", least.toString());
        // the time makes every proposal another one, so that old approvals cannot be used again
        var digest = Sha256.of((payload + " " + sitting.now()).getBytes(StandardCharsets.UTF_8));
        return sitting.draft(ReleaseState.ROLLBACK_PROPOSED, payload.put("digest", digest));
    }

    static Draft approve(Sitting sitting, Command.ApproveRollback command) {
        var proposal = proposal(sitting, command);
        Sitting.refuse(sitting.approvals().objections(proposal, sitting.actor(), command.role()));
        return sitting.draft(
                ReleaseState.ROLLBACK_APPROVED,
                SupportEvents.payload(command.track(), command.version())
                        .put("digest", proposal.digest())
                        .put("role", command.role()));
    }

    static Draft apply(Sitting sitting, Command.RollBack command) {
        sitting.officer();
        var proposal = proposal(sitting, command);
        Sitting.refuse(sitting.approvals().missing(proposal, sitting.now()));
        var least = sitting.window(command.track()).minimum(sitting.now());
        if (least.isEmpty() || command.version().compareTo(least.get()) >= 0) {
            throw new Refused("the minimum is not above %s".formatted(command.version()));
        }
        return sitting.draft(
                SupportEvents.MINIMUM_ROLLED_BACK,
                SupportEvents.payload(command.track(), command.version()).put("digest", proposal.digest()));
    }

    private static Proposal proposal(Sitting sitting, Command command) {
        return sitting.state()
                .rollback(command.track(), command.version())
                .orElseThrow(() -> new Refused(
                        "no rollback to %s was proposed for %s".formatted(command.version(), command.track())));
    }
}
