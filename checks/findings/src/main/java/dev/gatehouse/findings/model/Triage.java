package dev.gatehouse.findings.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a second look at the byte code says of a finding.
 *
 * @param reason one sentence for people
 */
public record Triage(Level level, String reason) {

    /** A finding that nobody looked at again stays likely. */
    public static Level levelOf(@Nullable Triage triage) {
        return triage == null ? Level.LIKELY : triage.level;
    }

    /** How far a finding is to be believed; most believed last. */
    public enum Level {
        /** No weakness by itself: a place where input comes in. */
        INFORMATIONAL,
        /** Shown to be a false alarm by what the code can do. */
        UNLIKELY,
        /** Nothing speaks against it. */
        LIKELY,
        /** Input from outside was followed to the place. */
        CONFIRMED;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
