package dev.gatehouse.findings.gate;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.report.Verdict;
import java.util.Arrays;
import java.util.Locale;

/** What it does to the verdict when something was not looked at; mildest first. */
public enum Effect {
    IGNORE(Verdict.Status.PASSED),
    INCOMPLETE(Verdict.Status.INCOMPLETE),
    FAIL(Verdict.Status.FAILED);

    private final Verdict.Status status;

    Effect(Verdict.Status status) {
        this.status = status;
    }

    public Verdict.Status status() {
        return status;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #label()}. */
    public static Effect of(String label) {
        return Arrays.stream(values())
                .filter(effect -> effect.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new BadInput("'%s' is unknown: use ignore, incomplete or fail".formatted(label)));
    }
}
