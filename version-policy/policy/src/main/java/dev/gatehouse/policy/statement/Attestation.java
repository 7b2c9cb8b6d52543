package dev.gatehouse.policy.statement;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Somebody's word for what no machine can tell.
 *
 * @param on the day on which it was given, UTC
 * @param until the last day on which it counts, at most 366 days later
 * @param says what is attested
 * @param evidence where more is to be read; empty for nowhere
 */
public record Attestation(String owner, LocalDate on, LocalDate until, String says, String evidence) {
    /** The longest time for which a word counts, in days. */
    public static final int MOST_DAYS = 366;

    public boolean counts(LocalDate today) {
        return !today.isBefore(on) && !today.isAfter(until);
    }

    /** What it comes to on that day; one that has run out, or begins later, is no evidence. */
    public Answer answer(LocalDate today) {
        var proofs = evidence.isEmpty()
                ? List.<Proof>of()
                : List.of(new Proof("what " + owner + " refers to", null, evidence));
        if (today.isBefore(on)) {
            return new Answer(
                    State.NO_EVIDENCE, "The word of %s begins on %s only.".formatted(owner, on), null, null, proofs);
        }
        return counts(today)
                ? new Answer(
                        State.ATTESTED,
                        "Attested by %s until %s: %s".formatted(owner, until, says),
                        on.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        null,
                        proofs)
                : new Answer(
                        State.NO_EVIDENCE,
                        "What %s attested ran out on %s.".formatted(owner, until),
                        null,
                        null,
                        proofs);
    }
}
