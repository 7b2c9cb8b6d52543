package dev.gatehouse.server.control.room;

import dev.gatehouse.policy.release.Candidate;
import dev.gatehouse.policy.release.Proposal;
import dev.gatehouse.policy.release.Standing;
import dev.gatehouse.policy.train.Ruling;
import java.util.List;

/**
 * Where a candidate stands, one that is out included.
 *
 * @param rulings every rule's word on publishing it now; none for one that is out
 */
public record ReleaseStatus(Candidate candidate, Proposal proposal, Stage stage, List<Ruling> rulings) {

    /** How far it has come. */
    public enum Stage {
        /** Something is missing. */
        WAITING,
        /** Nothing is missing. */
        READY,
        REJECTED,
        PUBLISHED
    }

    public ReleaseStatus {
        rulings = List.copyOf(rulings);
    }

    static ReleaseStatus of(Standing standing) {
        var stage = switch (standing.stage()) {
            case WAITING -> Stage.WAITING;
            case READY -> Stage.READY;
            case REJECTED -> Stage.REJECTED;
        };
        return new ReleaseStatus(standing.candidate(), standing.proposal(), stage, standing.rulings());
    }

    /** What is missing, a sentence each. */
    public List<String> missing() {
        return rulings.stream()
                .filter(ruling -> !ruling.kept())
                .map(Ruling::reason)
                .toList();
    }
}
