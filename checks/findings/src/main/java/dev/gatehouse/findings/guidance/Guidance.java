package dev.gatehouse.findings.guidance;

import org.jspecify.annotations.Nullable;

/**
 * Plain words on one kind of weakness.
 *
 * @param description what is wrong and what an attacker gains
 * @param remediation how to fix it
 * @param before a few lines of Java that have the weakness, where code helps
 * @param after the same lines without it
 */
public record Guidance(
        String title,
        String description,
        String remediation,
        @Nullable String before,
        @Nullable String after) {

    /** The remediation with its example, as text in lines. */
    public String advice() {
        return before == null || after == null
                ? remediation
                : "%s%n%nInstead of:%n%n%s%n%nwrite:%n%n%s"
                        .formatted(remediation, indented(before), indented(after))
                        .replace(System.lineSeparator(), "\n");
    }

    private static String indented(String code) {
        return code.lines()
                .map(line -> "    " + line)
                .reduce((one, next) -> one + "\n" + next)
                .orElse("");
    }
}
