package dev.gatehouse.findings.acceptance;

import java.util.List;

/**
 * What became of one risk acceptance or VEX statement in one scan.
 *
 * @param source file and line, or file and JSON pointer
 * @param sentence why, for a result that is not simply used or unused; may be empty
 * @param findings ids of the findings that it is about
 */
public record Use(
        Kind kind, Authority authority, String source, Result result, String sentence, List<String> findings) {
    public Use {
        findings = List.copyOf(findings);
    }

    /** Where it came from. */
    public enum Kind {
        ACCEPTANCE,
        VEX_STATEMENT,
        VEX_FILE
    }

    /** What it did. */
    public enum Result {
        USED,
        UNUSED,
        EXPIRED,
        /** It breaks the terms, or is not to be believed. */
        REFUSED,
        /** It is sound, but the terms forbid accepting what it is about. */
        FORBIDDEN
    }
}
