package dev.gatehouse.findings.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a second look at the byte code says of a finding, or a request to the running application.
 *
 * @param reason one sentence for people
 */
public record Triage(Level level, String reason) {

    /** A finding that nobody looked at again stays likely. */
    public static Level levelOf(@Nullable Triage triage) {
        return triage == null ? Level.LIKELY : triage.level;
    }

    /** Whether a finding is believed enough to be worked on; the others are kept and shown apart. */
    public static boolean believes(Finding finding) {
        return levelOf(finding.triage()).compareTo(Level.LIKELY) >= 0;
    }

    /** How far a finding is to be believed; most believed last. */
    public enum Level {
        /** No weakness by itself: a place where input comes in. */
        INFORMATIONAL,
        /** Shown to be a false alarm by what the code can do. */
        UNLIKELY,
        /** Nothing speaks against it. */
        LIKELY,
        /** Input from outside was followed to the place, or a request proved it. */
        CONFIRMED;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
