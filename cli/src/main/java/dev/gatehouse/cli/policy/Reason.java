package dev.gatehouse.cli.policy;

import dev.gatehouse.findings.BadInput;

/** A person's reason, as it goes into the ledger. */
public final class Reason {
    private static final int MAX_LENGTH = 1000;

    private Reason() {}

    public static String of(String text) {
        return of("--reason", text);
    }

    /** As {@link #of(String)}, given by another option. */
    public static String of(String option, String text) {
        var reason = text.strip();
        if (reason.isEmpty()
                || reason.length() > MAX_LENGTH
                || reason.codePoints().anyMatch(Character::isISOControl)) {
            throw new BadInput("%s must be one line of 1 to %d characters".formatted(option, MAX_LENGTH));
        }
        return reason;
    }
}
