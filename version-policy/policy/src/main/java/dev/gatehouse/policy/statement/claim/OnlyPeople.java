package dev.gatehouse.policy.statement.claim;

import dev.gatehouse.policy.statement.Answer;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.NoEvidence;
import dev.gatehouse.policy.statement.Question;

/**
 * What no machine can see: only somebody's word counts.
 *
 * @param what is missing without it, a sentence
 */
public record OnlyPeople(String what) implements Question {

    @Override
    public Answer answer(Evidence evidence) {
        throw new NoEvidence(what);
    }
}
