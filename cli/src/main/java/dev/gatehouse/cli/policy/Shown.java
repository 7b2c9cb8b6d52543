package dev.gatehouse.cli.policy;

import java.util.stream.Collectors;

/** A text of the ledger or a file made fit for a terminal: control and format characters are written out. */
public final class Shown {
    private Shown() {}

    public static String of(String text) {
        return text.codePoints()
                .mapToObj(c -> isPlain(c) ? Character.toString(c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
