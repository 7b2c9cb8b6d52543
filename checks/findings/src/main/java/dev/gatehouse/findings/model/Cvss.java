package dev.gatehouse.findings.model;

import org.jspecify.annotations.Nullable;

/**
 * A CVSS rating as its source gave it.
 *
 * @param version of the CVSS standard, such as {@code 3.1}
 * @param score base score, 0.0 to 10.0
 * @param vector in the notation of that version of the standard
 */
public record Cvss(String version, double score, @Nullable String vector) {}
