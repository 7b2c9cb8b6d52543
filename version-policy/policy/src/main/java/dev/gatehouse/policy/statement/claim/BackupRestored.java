package dev.gatehouse.policy.statement.claim;

import dev.gatehouse.policy.backup.Restored;
import dev.gatehouse.policy.statement.Answer;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.Grid;
import dev.gatehouse.policy.statement.NoEvidence;
import dev.gatehouse.policy.statement.Question;
import java.util.List;

/**
 * That a backup was put back lately and found whole. That one was made says little.
 *
 * @param days how long ago that may be
 */
public record BackupRestored(int days) implements Question {

    @Override
    public Answer answer(Evidence evidence) {
        var restores = evidence.ledger().restores().restores();
        if (restores.isEmpty()) {
            throw new NoEvidence("No restore of a backup is recorded; 'gatehouse restore' records one.");
        }
        var last = restores.get(restores.size() - 1);
        evidence.fresh("The last restore of a backup", last.time(), days);
        return Answer.of(
                        true,
                        "On %s the backup of %s was put back: all %d entries of its ledger fit, and every file had its digest."
                                .formatted(
                                        Evidence.day(last.time()),
                                        Evidence.day(last.created()),
                                        last.head().sequence()),
                        evidence.ledgerProof())
                .since(last.time())
                .with(new Grid(
                        List.of("Restored on", "Backup of", "Where to"),
                        restores.stream().map(BackupRestored::row).toList()));
    }

    private static Grid.Row row(Restored one) {
        return new Grid.Row(
                null,
                List.of(
                        Evidence.day(one.time()).toString(),
                        Evidence.day(one.created()).toString(),
                        one.trial() ? "a place of its own, as a trial" : "the place of the server"));
    }
}
