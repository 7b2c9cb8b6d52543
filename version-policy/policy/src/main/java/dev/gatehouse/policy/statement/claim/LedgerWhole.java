package dev.gatehouse.policy.statement.claim;

import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.statement.Answer;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.NoEvidence;
import dev.gatehouse.policy.statement.Question;

/** That no recorded decision was changed or cut off since somebody kept a signed checkpoint. */
public record LedgerWhole() implements Question {

    @Override
    public Answer answer(Evidence evidence) {
        var head = evidence.ledger().head();
        var file = evidence.sources().checkpoint();
        if (file == null) {
            throw new NoEvidence(
                    "The chain of %d entries fits, but no checkpoint was kept: a ledger that was cut off or written anew would look the same."
                            .formatted(head.sequence()));
        }
        var checkpoint = evidence.checkpoint();
        try {
            checkpoint.verify("ledger", head, evidence.ledger().mark());
        } catch (BrokenLedger e) {
            return Answer.of(false, e.getMessage() + ".", evidence.proof(file));
        }
        return Answer.of(
                true,
                "%d entries, each fits the one before it; entry %d is the one of the signed checkpoint of %s."
                        .formatted(head.sequence(), checkpoint.head().sequence(), Evidence.day(checkpoint.time())),
                evidence.ledgerProof(),
                evidence.proof(file));
    }
}
