package dev.gatehouse.findings.baseline;

/** Text from a file as a message may show it: one line of at most 60 harmless characters. */
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    static String of(String text) {
        var shown = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .forEach(character -> shown.appendCodePoint(harmless(character) ? character : '?'));
        return text.length() > LONGEST ? shown + "..." : shown.toString();
    }

    private static boolean harmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
