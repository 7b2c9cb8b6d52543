package dev.gatehouse.findings.report;

import java.util.Locale;

/**
 * Hostile text made safe to show: whatever would steer a terminal, break a line or turn the reading direction is
 * written as its code point, such as {@code [U+202E]}. What a format needs beyond that (markup, quotes) it escapes
 * itself.
 */
public final class VisibleText {
    private VisibleText() {}

    /** One line: line breaks and tabs become spaces. */
    public static String line(String text) {
        return block(text.strip()).replaceAll("[\\n\\t]+", " ");
    }

    /** Several lines: line feeds and tabs stay, and no other control character does. */
    public static String block(String text) {
        var shown = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(point -> append(shown, point));
        return shown.toString();
    }

    private static void append(StringBuilder shown, int point) {
        if (isHidden(point)) {
            shown.append("[U+")
                    .append(String.format(Locale.ROOT, "%04X", point))
                    .append(']');
        } else {
            shown.appendCodePoint(point);
        }
    }

    private static boolean isHidden(int point) {
        if (point == '\n' || point == '\t') {
            return false;
        }
        // U+FFFE and U+FFFF are no characters, and XML forbids them
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> (point & 0xFFFE) == 0xFFFE;
        };
    }
}
