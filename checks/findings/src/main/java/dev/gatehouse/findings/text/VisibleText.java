package dev.gatehouse.findings.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Hostile text made safe to show: whatever would steer a terminal, break a line or turn the reading direction is
 * written as its code point, such as {@code [U+202E]}. What a format needs beyond that (markup, quotes) it escapes
 * itself. Showing a shown text again changes nothing.
 */
public final class VisibleText {
    private static final int LONGEST_SENTENCE = 300;
    private static final int LONGEST_WORD = 60;

    private static final Pattern BREAKS = Pattern.compile("[\\n\\t]+");

    private VisibleText() {}

    /** One line with nothing lost: line breaks and tabs too are written as code points. For names and terminal lines. */
    public static String exact(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(shown, point, point == '\n' || point == '\t' || isHidden(point)));
        return shown.toString();
    }

    /** One line of prose: line breaks and tabs become spaces, space at both ends goes. */
    public static String line(String text) {
        var block = block(text.strip());
        return block.indexOf('\n') < 0 && block.indexOf('\t') < 0
                ? block
                : BREAKS.matcher(block).replaceAll(" ");
    }

    /** Several lines: line feeds and tabs stay, and no other control character does. */
    public static String block(String text) {
        if (isHarmlessAscii(text)) {
            return text;
        }
        var shown = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(point -> append(shown, point, isHidden(point)));
        return shown.toString();
    }

    /** One line of at most 300 characters, for a sentence that quotes what a stranger wrote. */
    public static String brief(String text) {
        return cut(text, LONGEST_SENTENCE);
    }

    /** One line of at most 60 characters, for a single value within a sentence. */
    public static String word(String text) {
        return cut(text, LONGEST_WORD);
    }

    private static String cut(String text, int longest) {
        // cut before as well: nobody reads the rest of a megabyte, and each hidden character grows when it is shown
        var shown = line(firstOf(text.strip(), longest + 1));
        return shown.codePointCount(0, shown.length()) <= longest ? shown : firstOf(shown, longest) + "…";
    }

    private static String firstOf(String text, int codePoints) {
        return text.codePointCount(0, text.length()) <= codePoints
                ? text
                : text.substring(0, text.offsetByCodePoints(0, codePoints));
    }

    /** Nearly every text is, and a report has tens of thousands of them. */
    private static boolean isHarmlessAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if ((character < ' ' && character != '\n' && character != '\t') || character > '~') {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder shown, int point, boolean asCode) {
        if (asCode) {
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
