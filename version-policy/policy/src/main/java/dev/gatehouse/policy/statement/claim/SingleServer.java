package dev.gatehouse.policy.statement.claim;

import dev.gatehouse.policy.fleet.FleetCheck;
import dev.gatehouse.policy.statement.Answer;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.Grid;
import dev.gatehouse.policy.statement.NoEvidence;
import dev.gatehouse.policy.statement.Question;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/**
 * That one version of the server runs everywhere.
 *
 * @param days how old the last look may be
 */
public record SingleServer(int days) implements Question {

    @Override
    public Answer answer(Evidence evidence) {
        var checks = evidence.ledger().fleet().checks();
        if (checks.isEmpty()) {
            throw new NoEvidence("Nobody looked: 'gatehouse fleet check --record' does.");
        }
        var last = checks.get(checks.size() - 1);
        evidence.fresh("The last look at the servers", last.time(), days);
        if (!last.isComplete()) {
            throw new NoEvidence("Not every region answered on %s.".formatted(Evidence.day(last.time())));
        }
        return Answer.of(
                        last.isSingle(),
                        "On %s, %d regions ran %s."
                                .formatted(
                                        Evidence.day(last.time()),
                                        last.versions().size(),
                                        String.join(
                                                ", ",
                                                new TreeSet<>(last.versions().values()))),
                        evidence.ledgerProof())
                .since(since(checks))
                .with(new Grid(
                        List.of("Region", "Version"),
                        last.versions().entrySet().stream()
                                .map(region -> new Grid.Row(null, List.of(region.getKey(), region.getValue())))
                                .toList()));
    }

    /** The first look of the unbroken row of looks that came to the same. */
    private static Instant since(List<FleetCheck> checks) {
        int last = checks.size() - 1;
        int first = last;
        while (first > 0
                && checks.get(first - 1).isComplete()
                && checks.get(first - 1).isSingle() == checks.get(last).isSingle()) {
            first--;
        }
        return checks.get(first).time();
    }
}
