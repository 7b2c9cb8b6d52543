package dev.gatehouse.jenkins.release;

import org.jspecify.annotations.Nullable;

/** A person's reason as a form sends it, made fit for a ledger. */
public final class OneLine {
    private static final int LONGEST = 1000;

    private OneLine() {}

    /** Without line ends and other control characters, at most 1000 characters; empty for none. */
    public static String of(@Nullable String text) {
        var line = (text == null ? "" : text)
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                .strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
