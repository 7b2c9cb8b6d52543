package dev.gatehouse.policy.version;

import java.util.stream.Collectors;

/** A stranger's text made fit for a message: one line, bounded, without terminal escapes or direction marks. */
final class Shown {
    private static final int MAX_LENGTH = 60;

    private Shown() {}

    static String of(String text) {
        var shown = text.codePoints()
                .limit(MAX_LENGTH)
                .mapToObj(c -> isPlain(c) ? Character.toString(c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
        return text.codePointCount(0, text.length()) > MAX_LENGTH ? shown + "..." : shown;
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
