package dev.gatehouse.findings.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How sure the scanner is of a finding; surest last. */
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH;

    /** The name as reports and policy files write it: lower case, words joined by hyphens. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
