package dev.gatehouse.policy.statement.claim;

import dev.gatehouse.policy.statement.AccessGrant;
import dev.gatehouse.policy.statement.Answer;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.Grid;
import dev.gatehouse.policy.statement.NoEvidence;
import dev.gatehouse.policy.statement.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * That access is granted for a time, and looked at again: every grant in force was given or renewed within so many days.
 */
public record Access(int days) implements Question {

    @Override
    public Answer answer(Evidence evidence) {
        var grants = evidence.grants();
        if (grants.isEmpty()) {
            throw new NoEvidence("The ledger has no grant of access that is in force.");
        }
        var oldest = evidence.now().minus(Duration.ofDays(days));
        long late =
                grants.stream().filter(grant -> grant.from().isBefore(oldest)).count();
        var roles = new TreeMap<String, List<AccessGrant>>(
                grants.stream().collect(Collectors.groupingBy(AccessGrant::role)));
        return Answer.of(
                        late == 0,
                        "%d grants are in force, each ends by itself; %d were given or renewed more than %d days ago."
                                .formatted(grants.size(), late, days),
                        evidence.ledgerProof())
                .with(new Grid(
                        List.of("Role", "Grants", "Oldest of", "Last ends on"),
                        roles.entrySet().stream()
                                .map(role -> new Grid.Row(
                                        null,
                                        List.of(
                                                role.getKey(),
                                                String.valueOf(role.getValue().size()),
                                                Evidence.day(extreme(role.getValue(), AccessGrant::from, true))
                                                        .toString(),
                                                Evidence.day(extreme(role.getValue(), AccessGrant::until, false))
                                                        .toString())))
                                .toList()));
    }

    private static Instant extreme(List<AccessGrant> grants, Function<AccessGrant, Instant> of, boolean first) {
        var times = grants.stream().map(of).sorted().toList();
        return times.get(first ? 0 : times.size() - 1);
    }
}
