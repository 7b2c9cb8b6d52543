package dev.gatehouse.policy.statement.claim;

import dev.gatehouse.policy.checkpoint.Checkpoint;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.signing.NotTrusted;
import dev.gatehouse.policy.statement.Answer;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.NoEvidence;
import dev.gatehouse.policy.statement.Question;
import java.io.IOException;
import java.nio.file.Files;

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
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.read(Files.readAllBytes(file), evidence.verifier());
        } catch (NotTrusted e) {
            throw new NoEvidence("The checkpoint is not to be believed: %s.".formatted(e.getMessage()), e);
        } catch (IOException e) {
            throw new NoEvidence("The checkpoint cannot be read.", e);
        }
        try {
            checkpoint.verify(evidence.store());
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
