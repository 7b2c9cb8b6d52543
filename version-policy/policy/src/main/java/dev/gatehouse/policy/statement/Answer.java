package dev.gatehouse.policy.statement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence says of a claim.
 *
 * @param sentence why, with the numbers
 * @param since when it is so at the latest, as far as the evidence tells; null where it does not
 * @param grid more to read; null for nothing
 */
public record Answer(
        State state,
        String sentence,
        @Nullable Instant since,
        @Nullable Grid grid,
        List<Proof> proofs) {
    public Answer {
        proofs = List.copyOf(proofs);
    }

    public static Answer of(boolean holds, String sentence, Proof... proofs) {
        return new Answer(holds ? State.HOLDS : State.DOES_NOT_HOLD, sentence, null, null, List.of(proofs));
    }

    public Answer with(Grid more) {
        return new Answer(state, sentence, since, more, proofs);
    }

    public Answer since(@Nullable Instant time) {
        return new Answer(state, sentence, time, grid, proofs);
    }
}
