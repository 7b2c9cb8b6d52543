package dev.gatehouse.findings.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The three ways of looking: at the code, at its dependencies, at the running application. */
public enum ScannerKind {
    SAST,
    SCA,
    DAST;

    /** The name as reports and policy files write it: lower case, words joined by hyphens. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
