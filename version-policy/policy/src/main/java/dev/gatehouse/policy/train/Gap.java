package dev.gatehouse.policy.train;

import java.time.LocalDate;

/**
 * Days between two releases.
 *
 * @param after the version at its beginning
 * @param until the version at its end, or {@code today}
 */
public record Gap(long days, LocalDate from, LocalDate to, String after, String until) {}
