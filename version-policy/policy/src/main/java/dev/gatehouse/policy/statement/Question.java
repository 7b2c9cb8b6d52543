package dev.gatehouse.policy.statement;

/** What is asked of the evidence for one claim. */
public interface Question {
    /** Throws {@link NoEvidence} when nothing can be said. */
    Answer answer(Evidence evidence);
}
