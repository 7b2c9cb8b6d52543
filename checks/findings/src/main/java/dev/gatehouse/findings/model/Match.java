package dev.gatehouse.findings.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a finding is taken for one that the baseline has.
 *
 * @param from where it was, as {@link Location#display()}; none when it is where it was
 */
public record Match(Reason reason, @Nullable String from) {

    /** The kinds of sameness, closest first. */
    public enum Reason {
        /** Nothing about it changed. */
        SAME,
        /** The same code at another line of the same method. */
        LINE_SHIFT,
        /** The same code in a method, class, file or package of another name. */
        RENAMED,
        /** The same code in another method or class. */
        MOVED;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
