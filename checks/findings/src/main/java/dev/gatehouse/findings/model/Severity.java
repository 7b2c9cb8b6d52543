package dev.gatehouse.findings.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gatehouse.findings.BadInput;
import java.util.Arrays;
import java.util.Locale;

/** How bad a finding is, in the bands of CVSS 3.1 and 4.0 (qualitative severity rating scale); worst last. */
public enum Severity {
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The band of a CVSS base score from 0.0 to 10.0: 0.1 low, 4.0 medium, 7.0 high, 9.0 critical. */
    public static Severity ofCvss(double score) {
        if (score >= 9.0) {
            return CRITICAL;
        }
        if (score >= 7.0) {
            return HIGH;
        }
        if (score >= 4.0) {
            return MEDIUM;
        }
        return score > 0.0 ? LOW : INFO;
    }

    public boolean atLeast(Severity other) {
        return compareTo(other) >= 0;
    }

    /** The name as reports and policy files write it, in lower case. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #label()}, in any case. */
    @JsonCreator
    public static Severity of(String label) {
        return Arrays.stream(values())
                .filter(severity -> severity.label().equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow(() ->
                        new BadInput("'%s' is no severity: use info, low, medium, high or critical".formatted(label)));
    }
}
