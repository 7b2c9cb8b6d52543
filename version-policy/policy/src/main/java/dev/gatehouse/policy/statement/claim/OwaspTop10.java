package dev.gatehouse.policy.statement.claim;

import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.report.OwaspMatrix;
import dev.gatehouse.findings.report.Tally;
import dev.gatehouse.policy.statement.Answer;
import dev.gatehouse.policy.statement.Attestation;
import dev.gatehouse.policy.statement.Evidence;
import dev.gatehouse.policy.statement.Grid;
import dev.gatehouse.policy.statement.NoEvidence;
import dev.gatehouse.policy.statement.Question;
import dev.gatehouse.policy.statement.State;
import dev.gatehouse.policy.support.Track;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * That the released version was looked at for every category of the OWASP Top 10. A category that no scanner looked at, or
 * whose other half only people can judge and nobody did, is no evidence: never good because nothing looked.
 *
 * @param edition such as {@code 2025}
 * @param track whose last published version the report must be of; null to take the report as it is
 * @param worst findings of this severity or a worse one are against it
 * @param people who answers for the part of a category that no scanner can judge, by its id
 */
public record OwaspTop10(
        String edition, @Nullable Track track, Severity worst, int days, Map<String, Attestation> people)
        implements Question {
    public OwaspTop10 {
        people = Map.copyOf(people);
    }

    @Override
    public Answer answer(Evidence evidence) {
        var report = evidence.report(days);
        var matrix = report.owaspTop10().stream()
                .filter(one -> one.edition().equals(edition))
                .findFirst()
                .orElseThrow(() -> new NoEvidence("The report has no matrix of edition %s.".formatted(edition)));
        if (matrix.rows().isEmpty()) {
            throw new NoEvidence("The report's matrix is empty.");
        }
        var of = track == null ? "the scan of %s".formatted(Evidence.day(report.created())) : release(evidence, track);
        var rows = matrix.rows().stream().map(row -> row(row, evidence.today())).toList();
        var state = rows.stream().map(Grid.Row::state).filter(Objects::nonNull).reduce(State.HOLDS, State::worse);
        return new Answer(
                state,
                "%d categories, by %s: %s.".formatted(rows.size(), of, counts(rows)),
                null,
                new Grid(List.of("Category", "What scanners saw", "What only people can judge"), rows),
                List.of(evidence.proof(Evidence.given(evidence.sources().report(), "report"))));
    }

    private static String release(Evidence evidence, Track track) {
        var last = Tracks.last(evidence, track);
        var file = Evidence.given(evidence.sources().report(), "report");
        if (!last.reportSha256().equals(evidence.proof(file).sha256())) {
            throw new NoEvidence("%s is not the report that %s was proposed with."
                    .formatted(file.getFileName(), last.publication().version()));
        }
        return "the scan that %s was released with".formatted(last.publication().version());
    }

    private Grid.Row row(OwaspMatrix.Row row, LocalDate today) {
        var scanners = scanners(row);
        var word = people.get(row.id());
        var state = scanners;
        var judged = "";
        if (!row.notJudged().isEmpty()) {
            var answer = word == null ? null : word.answer(today);
            var human = answer == null ? State.NO_EVIDENCE : answer.state();
            // somebody who answers for a category stands in for scanners that did not look, never against what they saw
            state = scanners == State.DOES_NOT_HOLD ? scanners : human;
            judged = row.notJudged() + " " + (answer == null ? "Nobody answers for this." : answer.sentence());
        }
        return new Grid.Row(state, List.of("%s %s".formatted(row.id(), row.name()), seen(row), judged));
    }

    private State scanners(OwaspMatrix.Row row) {
        boolean bad = row.findings().entrySet().stream()
                .anyMatch(found -> found.getKey().atLeast(worst) && found.getValue() > 0);
        if (bad) {
            return State.DOES_NOT_HOLD;
        }
        return row.missing().isEmpty() && !row.lookedAt().isEmpty() ? State.HOLDS : State.NO_EVIDENCE;
    }

    private static String seen(OwaspMatrix.Row row) {
        var looked = row.lookedAt().isEmpty() ? "No scanner looked." : "Looked: %s.".formatted(names(row.lookedAt()));
        var missing = row.missing().isEmpty() ? "" : " Did not look: %s.".formatted(names(row.missing()));
        var found = Tally.severities().stream()
                .filter(severity -> row.findings().getOrDefault(severity, 0) > 0)
                .map(severity -> "%d %s".formatted(row.findings().get(severity), severity.label()))
                .collect(Collectors.joining(", "));
        var accepted = row.accepted() == 0 ? "" : " Accepted by somebody: %d.".formatted(row.accepted());
        var result = row.lookedAt().isEmpty() && found.isEmpty()
                ? ""
                : found.isEmpty() ? " Found nothing." : " Found: " + found + ".";
        return looked + missing + result + accepted;
    }

    private static String names(List<ScannerKind> kinds) {
        return kinds.stream().map(kind -> kind.name()).collect(Collectors.joining(", "));
    }

    private static String counts(List<Grid.Row> rows) {
        return Arrays.stream(State.values())
                .map(state -> Map.entry(
                        state, rows.stream().filter(row -> row.state() == state).count()))
                .filter(count -> count.getValue() > 0)
                .map(count -> "%d %s".formatted(count.getValue(), count.getKey().label()))
                .collect(Collectors.joining(", "));
    }
}
