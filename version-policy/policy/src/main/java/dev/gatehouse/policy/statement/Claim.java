package dev.gatehouse.policy.statement;

import org.jspecify.annotations.Nullable;

/**
 * One claim of a statement.
 *
 * @param id stays the same between statements, so that it is known since when it is so
 * @param kind such as {@code cadence}
 * @param attested who answers for it where the evidence says nothing; null for nobody
 */
public record Claim(
        String id,
        String kind,
        String title,
        Question question,
        @Nullable Attestation attested) {}
