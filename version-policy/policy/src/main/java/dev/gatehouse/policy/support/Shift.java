package dev.gatehouse.policy.support;

import java.util.List;

/**
 * What a decision does to a track; this is what the ledger records.
 *
 * @param endings versions that leave the window
 * @param steps of the minimum that this adds
 */
public record Shift(List<Ending> endings, List<MinimumStep> steps) {
    public Shift {
        endings = List.copyOf(endings);
        steps = List.copyOf(steps);
    }
}
