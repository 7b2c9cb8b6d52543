package dev.gatehouse.policy.statement.claim;

import dev.gatehouse.policy.evidence.EvidenceCheck;
import dev.gatehouse.policy.statement.Answer;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.Grid;
import dev.gatehouse.policy.statement.NoEvidence;
import dev.gatehouse.policy.statement.Question;
import dev.gatehouse.policy.statement.State;
import java.util.ArrayList;
import java.util.List;

/** That the evidence bundles of releases hold, everything in them decided again. */
public record Bundles() implements Question {

    @Override
    public Answer answer(Evidence evidence) {
        var bundles = evidence.sources().bundles();
        if (bundles.isEmpty()) {
            throw new NoEvidence("The statement names no bundles under 'evidence'.");
        }
        var verifier = evidence.verifier();
        var rows = new ArrayList<Grid.Row>();
        for (var bundle : bundles) {
            var failed = Evidence.believing(() -> new EvidenceCheck(verifier).check(bundle, null)).stream()
                    .filter(check -> !check.holds())
                    .toList();
            rows.add(new Grid.Row(
                    failed.isEmpty() ? State.HOLDS : State.DOES_NOT_HOLD,
                    List.of(
                            String.valueOf(bundle.getFileName()),
                            failed.isEmpty()
                                    ? "everything in it holds"
                                    : failed.get(0).what() + ": "
                                            + failed.get(0).sentence())));
        }
        long good = rows.stream().filter(row -> row.state() == State.HOLDS).count();
        return new Answer(
                good == rows.size() ? State.HOLDS : State.DOES_NOT_HOLD,
                "%d of %d bundles prove their release.".formatted(good, rows.size()),
                null,
                new Grid(List.of("Bundle", "Result"), rows),
                bundles.stream().map(evidence::proof).toList());
    }
}
