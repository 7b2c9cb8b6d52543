package dev.gatehouse.findings.config;

/** Text from outside made harmless for a message on a terminal or in a log. */
public final class Printable {
    private static final int MAX_LENGTH = 300;

    private Printable() {}

    /** The text on one line, at most 300 characters, with every control and direction mark replaced. */
    public static String of(String text) {
        var harmless = text.codePoints()
                .limit(MAX_LENGTH + 1L)
                .map(c -> steers(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return harmless.codePointCount(0, harmless.length()) <= MAX_LENGTH
                ? harmless
                : harmless.substring(0, harmless.offsetByCodePoints(0, MAX_LENGTH)) + "…";
    }

    private static boolean steers(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
