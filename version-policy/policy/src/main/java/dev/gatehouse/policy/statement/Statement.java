package dev.gatehouse.policy.statement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement at one time. */
public record Statement(StatementPlan plan, Instant created, List<Told> claims) {
    public Statement {
        claims = List.copyOf(claims);
    }

    /**
     * Holds every claim to the evidence.
     *
     * @param before states of the statement before, by the claim's id; a claim that is as it was is so since then
     */
    public static Statement of(StatementPlan plan, Evidence evidence, Map<String, Before> before) {
        return new Statement(
                plan,
                evidence.now(),
                plan.claims().stream()
                        .map(claim -> told(claim, evidence, before.get(claim.id())))
                        .toList());
    }

    /** What the statement before said of a claim. */
    public record Before(State state, Instant since) {}

    public long count(State state) {
        return claims.stream().filter(told -> told.state() == state).count();
    }

    private static Told told(Claim claim, Evidence evidence, @Nullable Before before) {
        var answer = answer(claim, evidence);
        var since = Objects.requireNonNullElse(answer.since(), evidence.now());
        if (before != null && before.state() == answer.state() && before.since().isBefore(since)) {
            since = before.since();
        }
        return new Told(claim, answer, since);
    }

    /** Somebody's word stands in for evidence that is missing, never against evidence that is there. */
    private static Answer answer(Claim claim, Evidence evidence) {
        Answer answer;
        try {
            answer = claim.question().answer(evidence);
        } catch (NoEvidence none) {
            answer = new Answer(State.NO_EVIDENCE, evidence.shown(none), null, null, List.of());
        }
        if (answer.state() != State.NO_EVIDENCE || claim.attested() == null) {
            return answer;
        }
        var word = claim.attested().answer(evidence.today());
        return new Answer(
                word.state(),
                word.sentence() + " What Gatehouse can see: " + answer.sentence(),
                word.since(),
                answer.grid(),
                Stream.concat(word.proofs().stream(), answer.proofs().stream()).toList());
    }
}
