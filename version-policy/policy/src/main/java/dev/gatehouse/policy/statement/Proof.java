package dev.gatehouse.policy.statement;

import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence that a reader may ask for.
 *
 * @param sha256 of the file, lower-case hexadecimal; null where it is none
 * @param href where it is published; null where it is not
 */
public record Proof(
        String name, @Nullable String sha256, @Nullable String href) {}
