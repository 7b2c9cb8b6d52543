package dev.gatehouse.policy.statement;

import java.time.Instant;

/**
 * A claim with what came out.
 *
 * @param since when the claim is in this state, as far as it is known
 */
public record Told(Claim claim, Answer answer, Instant since) {
    public State state() {
        return answer.state();
    }
}
