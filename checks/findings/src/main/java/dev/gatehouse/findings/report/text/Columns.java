package dev.gatehouse.findings.report.text;

import dev.gatehouse.findings.text.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** Fits hostile text into columns of a terminal. */
record Columns(int width) {

    /** One line of at most that many columns, its end cut off. */
    static String cut(String text, int columns) {
        var line = VisibleText.line(text);
        var cut = new StringBuilder();
        int used = 0;
        int all = wide(line);
        for (int point : line.codePoints().toArray()) {
            int needs = wide(point);
            if (all > columns && used + needs > columns - 3) {
                return cut.append("...".substring(0, Math.min(3, Math.max(0, columns - used))))
                        .toString();
            }
            cut.appendCodePoint(point);
            used += needs;
        }
        return cut.toString();
    }

    /** Cut and filled with spaces to exactly that many columns. */
    static String fit(String text, int columns) {
        var cut = cut(text, columns);
        return cut + " ".repeat(Math.max(0, columns - wide(cut)));
    }

    /** Broken between words; every line but the first starts with the indent. */
    String wrap(String text, int indent) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : VisibleText.line(text).split(" +", -1)) {
            if (!line.isEmpty() && wide(line.toString()) + 1 + wide(word) > width - indent) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return String.join("\n" + " ".repeat(indent), List.copyOf(lines));
    }

    private static int wide(String text) {
        return text.codePoints().map(Columns::wide).sum();
    }

    /** East Asian and pictographic characters take two columns, combining ones none. */
    private static int wide(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean isWide = point >= 0x1100
                && (point <= 0x115F
                        || (point >= 0x2E80 && point <= 0xA4CF)
                        || (point >= 0xAC00 && point <= 0xD7A3)
                        || (point >= 0xF900 && point <= 0xFAFF)
                        || (point >= 0xFE30 && point <= 0xFE6F)
                        || (point >= 0xFF00 && point <= 0xFF60)
                        || (point >= 0x1F300 && point <= 0x1FAFF)
                        || (point >= 0x20000 && point <= 0x3FFFD));
        return isWide ? 2 : 1;
    }
}
