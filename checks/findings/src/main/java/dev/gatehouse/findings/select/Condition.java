package dev.gatehouse.findings.select;

import dev.gatehouse.findings.model.Finding;
import java.util.function.Predicate;

/**
 * One thing that must hold for a finding.
 *
 * @param subject what it looks at
 * @param words the condition as part of a sentence, such as {@code CWE-89 or CWE-564}
 * @param narrows false when nearly every finding meets it, as with the pattern {@code *}
 */
public record Condition(Subject subject, String words, boolean narrows, Predicate<Finding> test) {}
