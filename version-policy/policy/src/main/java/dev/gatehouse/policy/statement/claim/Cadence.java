package dev.gatehouse.policy.statement.claim;

import dev.gatehouse.policy.statement.Answer;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.Grid;
import dev.gatehouse.policy.statement.NoEvidence;
import dev.gatehouse.policy.statement.Published;
import dev.gatehouse.policy.statement.Question;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.train.AdherenceReader;
import dev.gatehouse.policy.train.Release;
import dev.gatehouse.policy.train.ReleaseHistory;
import dev.gatehouse.policy.train.WindowRecord.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * That releases came when the calendar said, over the last year.
 *
 * @param least share of windows kept on time, in percent
 */
public record Cadence(Track track, int least) implements Question {

    @Override
    public Answer answer(Evidence evidence) {
        var train = evidence.rules().train();
        if (train == null) {
            throw new NoEvidence("The policy has no release calendar.");
        }
        var history = new ReleaseHistory(Tracks.published(evidence, track).stream()
                .map(Published::publication)
                .map(one -> new Release(one.version().toString(), one.version().version(), one.time()))
                .toList());
        var today = LocalDate.ofInstant(evidence.now(), train.calendar().zone());
        var kept = Evidence.believing(() -> new AdherenceReader(train, history, today.minusYears(1), today).read());
        var share =
                kept.percentage().orElseThrow(() -> new NoEvidence("No release window has passed in the last year."));
        return Answer.of(
                        share >= least,
                        String.format(
                                Locale.ROOT,
                                "%.1f %% of the windows of the last year were kept on time, %d %% are promised: %d on time, %d late, %d missed.",
                                share,
                                least,
                                kept.count(Outcome.ON_TIME),
                                kept.count(Outcome.LATE),
                                kept.count(Outcome.MISSED)),
                        evidence.ledgerProof())
                .with(new Grid(
                        List.of("Window", "Kind", "Kept", "Release"),
                        kept.windows().stream()
                                .filter(window -> window.outcome() != Outcome.CLOSED)
                                .map(window -> new Grid.Row(
                                        null,
                                        List.of(
                                                window.window().day().toString(),
                                                window.window().kind().name().toLowerCase(Locale.ROOT),
                                                window.outcome().label(),
                                                window.release()
                                                        .map(Release::name)
                                                        .orElse(""))))
                                .toList()));
    }
}
