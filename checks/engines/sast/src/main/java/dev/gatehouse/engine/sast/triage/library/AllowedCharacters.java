package dev.gatehouse.engine.sast.triage.library;

import java.util.regex.Pattern;

/** Regular expressions that let nothing through which means anything in a statement, page, path or command. */
public final class AllowedCharacters {
    /** One or more classes of letters, digits and underscores, each with how often. */
    private static final Pattern HARMLESS =
            Pattern.compile("\\^?(?:(?:\\[(?:a-z|A-Z|0-9|a-f|A-F|\\\\d|\\\\w|_|[A-Za-z0-9])+]|\\\\d|\\\\w)"
                    + "(?:[+*?]|\\{[0-9]+(?:,[0-9]*)?})?)+\\$?");

    private AllowedCharacters() {}

    /** Whether any text that the whole expression matches is harmless wherever it goes. */
    public static boolean areHarmless(String expression) {
        return HARMLESS.matcher(expression).matches();
    }
}
