package dev.gatehouse.policy.release;

import dev.gatehouse.policy.train.Ruling;
import java.util.List;

/**
 * Where a candidate stands that is not out yet.
 *
 * @param rulings every rule's word on publishing it now
 */
public record Standing(Candidate candidate, Proposal proposal, Stage stage, List<Ruling> rulings) {

    /** How far it has come. */
    public enum Stage {
        /** Something is missing. */
        WAITING,
        /** Nothing is missing. */
        READY,
        REJECTED
    }

    public Standing {
        rulings = List.copyOf(rulings);
    }

    /** What is missing, a sentence each. */
    public List<String> missing() {
        return rulings.stream()
                .filter(ruling -> !ruling.kept())
                .map(Ruling::reason)
                .toList();
    }
}
