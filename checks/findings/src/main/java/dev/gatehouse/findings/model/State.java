package dev.gatehouse.findings.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A finding compared with the baseline. Without a baseline every finding is new. */
public enum State {
    NEW,
    EXISTING,
    /** Was fixed in an earlier build and is back. */
    REINTRODUCED;

    /** The name as reports and policy files write it: lower case, words joined by hyphens. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
