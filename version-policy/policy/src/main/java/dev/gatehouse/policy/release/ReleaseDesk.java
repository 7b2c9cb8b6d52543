package dev.gatehouse.policy.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.json.Sha256;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.support.PublishedVersion;
import dev.gatehouse.policy.support.Refused;
import dev.gatehouse.policy.support.SupportEvents;
import dev.gatehouse.policy.support.SupportPolicy;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Turns a person's wish into what the ledger records, or refuses it with every rule's reason. Writes nothing itself:
 * the ledger calls it again when the state has changed.
 */
public final class ReleaseDesk {
    private final SupportPolicy support;
    private final ApprovalPolicy approvals;
    private final String actor;
    private final Instant now;

    public ReleaseDesk(SupportPolicy support, ApprovalPolicy approvals, String actor, Instant now) {
        this.support = support;
        this.approvals = approvals;
        this.actor = actor;
        this.now = now;
    }

    /** The time at which this desk decides. */
    public Instant now() {
        return now;
    }

    public Draft propose(ReleaseState state, Candidate candidate) {
        support.store(candidate.track());
        state.window(candidate.track()).find(candidate.version()).ifPresent(found -> {
            throw new BadInput("%s is published on %s already: propose a higher version"
                    .formatted(candidate.version(), candidate.track()));
        });
        var scanned = candidate.scan().commit();
        if (!scanned.isEmpty() && !candidate.commit().isEmpty() && !scanned.equals(candidate.commit())) {
            throw new BadInput("the report is of commit %s, but %s is proposed: scan that one"
                    .formatted(scanned, candidate.commit()));
        }
        var payload =
                SupportEvents.payload(candidate.track(), candidate.version()).put("digest", candidate.digest());
        payload.set("candidate", candidate.json());
        return draft(ReleaseState.PROPOSED, payload);
    }

    public Draft approve(ReleaseState state, Track track, ClientVersion version, String role) {
        var proposal = proposal(state, track, version);
        refuse(approvals.objections(proposal, actor, role));
        return draft(
                ReleaseState.APPROVED,
                SupportEvents.payload(track, version)
                        .put("digest", proposal.digest())
                        .put("role", role));
    }

    /** Anybody with a role may reject, the proposer too; only a new proposal takes it back. */
    public Draft reject(ReleaseState state, Track track, ClientVersion version, String reason) {
        var proposal = proposal(state, track, version);
        if (approvals.roles().keySet().stream().noneMatch(role -> approvals.isIn(actor, role))) {
            throw new Refused("%s is in no role that may reject".formatted(actor));
        }
        return draft(
                ReleaseState.REJECTED,
                SupportEvents.payload(track, version)
                        .put("digest", proposal.digest())
                        .put("reason", reason));
    }

    /**
     * Publishes an approved candidate.
     *
     * @param files what is at hand for release; when not empty it must be exactly what was approved
     * @param breakGlass the reason for publishing without approvals; empty for the usual way
     */
    public Draft publish(
            ReleaseState state,
            Track track,
            ClientVersion version,
            List<Artifact> files,
            Instant storeLiveAt,
            PublishingWindow window,
            String breakGlass) {
        support.store(track);
        var candidate = state.candidate(track, version)
                .orElseThrow(() -> new Refused("%s was not proposed for %s".formatted(version, track)));
        var proposal = proposal(state, track, version);
        var missing = approvals.missing(proposal, now);
        var reasons = new ArrayList<String>(window.objections(version.version(), now));
        if (!candidate.scan().passed()) {
            reasons.add("the scan's verdict is " + candidate.scan().verdict());
        }
        if (!files.isEmpty() && !new HashSet<>(files).equals(new HashSet<>(candidate.artifacts()))) {
            reasons.add("the artifacts are not the ones that were proposed");
        }
        if (breakGlass.isEmpty()) {
            reasons.addAll(missing);
        } else if (!approvals.mayBreakGlass(actor)) {
            reasons.add("the policy does not let %s break the glass".formatted(actor));
        }
        refuse(reasons);
        var added = new PublishedVersion(version, now, storeLiveAt);
        var shift = state.window(track).publish(added, support.size(), support.grace());
        var payload = SupportEvents.with(SupportEvents.payload(track, version), shift)
                .put("digest", proposal.digest())
                .put("storeLiveAt", storeLiveAt.toString());
        if (!breakGlass.isEmpty()) {
            var record =
                    payload.putObject("breakGlass").put("reason", breakGlass).putArray("missing");
            missing.forEach(record::add);
        }
        return draft(SupportEvents.PUBLISHED, payload);
    }

    public Draft retire(ReleaseState state, Track track, ClientVersion version, String reason) {
        officer();
        support.store(track);
        var shift = state.window(track).retire(version, now, support.grace());
        return draft(
                SupportEvents.RETIRED,
                SupportEvents.with(SupportEvents.payload(track, version), shift).put("reason", reason));
    }

    public Draft block(ReleaseState state, Track track, ClientVersion version, String reason) {
        officer();
        support.store(track);
        if (state.window(track).find(version).isEmpty()) {
            throw new Refused("%s was never published on %s".formatted(version, track));
        }
        if (state.window(track).blocked().contains(version)) {
            throw new Refused("%s is blocked already".formatted(version));
        }
        return draft(
                SupportEvents.BLOCKED, SupportEvents.payload(track, version).put("reason", reason));
    }

    /** Raises the minimum; {@code security} says that it is out of band. */
    public Draft minimum(
            ReleaseState state, Track track, ClientVersion version, Instant at, boolean security, String reason) {
        officer();
        support.store(track);
        var shift = state.window(track).raiseMinimum(version, at, now);
        return draft(
                SupportEvents.MINIMUM_RAISED,
                SupportEvents.with(SupportEvents.payload(track, version), shift)
                        .put("security", security)
                        .put("reason", reason));
    }

    public Draft proposeRollback(ReleaseState state, Track track, ClientVersion version, String reason) {
        officer();
        support.store(track);
        var window = state.window(track);
        var least = window.minimum(now).orElseThrow(() -> new Refused("%s has no minimum".formatted(track)));
        if (version.compareTo(least) >= 0 || window.find(version).isEmpty()) {
            throw new Refused("%s is no published version below the minimum %s".formatted(version, least));
        }
        var payload =
                SupportEvents.payload(track, version).put("reason", reason).put("from", least.toString());
        // the time makes every proposal another one, so that old approvals cannot be used again
        var digest = Sha256.of((payload + " " + now).getBytes(StandardCharsets.UTF_8));
        return draft(ReleaseState.ROLLBACK_PROPOSED, payload.put("digest", digest));
    }

    public Draft approveRollback(ReleaseState state, Track track, ClientVersion version, String role) {
        var proposal = rollback(state, track, version);
        refuse(approvals.objections(proposal, actor, role));
        return draft(
                ReleaseState.ROLLBACK_APPROVED,
                SupportEvents.payload(track, version)
                        .put("digest", proposal.digest())
                        .put("role", role));
    }

    public Draft rollBack(ReleaseState state, Track track, ClientVersion version) {
        officer();
        var proposal = rollback(state, track, version);
        refuse(approvals.missing(proposal, now));
        var least = state.window(track).minimum(now);
        if (least.isEmpty() || version.compareTo(least.get()) >= 0) {
            throw new Refused("the minimum is not above %s".formatted(version));
        }
        return draft(
                SupportEvents.MINIMUM_ROLLED_BACK,
                SupportEvents.payload(track, version).put("digest", proposal.digest()));
    }

    private Proposal rollback(ReleaseState state, Track track, ClientVersion version) {
        return state.rollback(track, version)
                .orElseThrow(() -> new Refused("no rollback to %s was proposed for %s".formatted(version, track)));
    }

    private Proposal proposal(ReleaseState state, Track track, ClientVersion version) {
        return state.candidate(track, version)
                .flatMap(state::proposal)
                .orElseThrow(() -> new Refused("%s was not proposed for %s".formatted(version, track)));
    }

    /** Whatever changes the versions in use is for people with a role. */
    private void officer() {
        if (approvals.roles().keySet().stream().noneMatch(role -> approvals.isIn(actor, role))) {
            throw new Refused("%s is in none of the roles under approvals.roles".formatted(actor));
        }
    }

    private static void refuse(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new Refused(reasons);
        }
    }

    private Draft draft(String type, ObjectNode payload) {
        return new Draft(actor, type, ReleaseState.VERSION, payload);
    }
}
