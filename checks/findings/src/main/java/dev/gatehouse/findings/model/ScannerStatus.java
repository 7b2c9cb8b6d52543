package dev.gatehouse.findings.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a scanner's run ended. Everything but {@link #COMPLETED} makes the verdict incomplete. */
public enum ScannerStatus {
    COMPLETED,
    /** It ran, but part of its input could not be read or analysed; its findings are kept. */
    PARTIAL,
    FAILED,
    TIMED_OUT,
    /** It should have run, but there was nothing that it could look at, or the user left it out. */
    SKIPPED;

    /** The name as reports and policy files write it: lower case, words joined by hyphens. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
