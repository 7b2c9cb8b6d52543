package dev.gatehouse.policy.statement.claim;

import dev.gatehouse.policy.statement.Answer;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.NoEvidence;
import dev.gatehouse.policy.statement.Published;
import dev.gatehouse.policy.statement.Question;
import dev.gatehouse.policy.support.Track;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * That every release of the last year was approved by so many people who neither proposed nor wrote it.
 *
 * @param track of the releases; null for all
 */
public record Approvals(@Nullable Track track, int least) implements Question {

    @Override
    public Answer answer(Evidence evidence) {
        var year = evidence.now().minus(Duration.ofDays(365));
        var releases = evidence.ledger().published().stream()
                .filter(one -> track == null || one.track().equals(track))
                .filter(one -> one.publication().time().isAfter(year))
                .toList();
        if (releases.isEmpty()) {
            throw new NoEvidence("The ledger has no release of the last year.");
        }
        var without = releases.stream().filter(one -> !isApproved(one)).toList();
        var sentence = without.isEmpty()
                ? "%d releases in the last year, each approved by at least %d people who neither proposed nor wrote it."
                        .formatted(releases.size(), least)
                : "%d of %d releases in the last year went out without %d such approvals: %s."
                        .formatted(without.size(), releases.size(), least, names(without));
        return Answer.of(without.isEmpty(), sentence, evidence.ledgerProof())
                .since(
                        without.isEmpty()
                                ? releases.get(0).publication().time()
                                : without.get(0).publication().time());
    }

    private boolean isApproved(Published one) {
        return one.publication().breakGlass().isEmpty()
                && !one.rejected()
                && one.approvers().size() >= least;
    }

    private static String names(List<Published> releases) {
        return releases.stream()
                .map(one -> "%s %s".formatted(one.track(), one.publication().version()))
                .collect(Collectors.joining(", "));
    }
}
