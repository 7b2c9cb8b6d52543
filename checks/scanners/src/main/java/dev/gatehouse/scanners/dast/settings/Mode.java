package dev.gatehouse.scanners.dast.settings;

import dev.gatehouse.findings.BadInput;
import java.util.Arrays;
import java.util.Locale;

/** How deep a scan looks. */
public enum Mode {
    /** Looks at the answers to harmless requests only; sends no attack and no form. */
    BASELINE,
    /** Attacks, but without the rules that wait and with short limits. */
    QUICK,
    FULL;

    public static Mode of(String label) {
        return Arrays.stream(values())
                .filter(mode -> mode.label().equals(label.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadInput("'%s' is no mode: use baseline, quick or full".formatted(label)));
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
