package dev.gatehouse.policy.train.ical;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines as RFC 5545 3.1 wants them: at most 75 octets, longer ones folded, and texts escaped (3.3.11). */
final class ContentLine {
    private static final int MAX_OCTETS = 75;
    static final String END = "\r\n";

    private ContentLine() {}

    /** A text value without anything that could end its line; control characters, which are not allowed, are dropped. */
    static String escape(String text) {
        var escaped = new StringBuilder();
        text.replace(END, "\n").codePoints().forEach(c -> {
            switch (c) {
                case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(c);
                case '\n', '\r', '\u2028', '\u2029', '\u0085' -> escaped.append("\\n");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : '\uFFFD');
            }
        });
        return escaped.toString();
    }

    /** No controls but the tab, no direction marks, no half surrogates. */
    private static boolean isAllowed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\t';
            case Character.FORMAT, Character.SURROGATE -> false;
            default -> true;
        };
    }

    /** The line folded between characters, with line ends. */
    static String fold(String line) {
        var folded = new StringBuilder();
        int octets = 0;
        for (int c : line.codePoints().toArray()) {
            int size = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > MAX_OCTETS) {
                folded.append(END).append(' ');
                octets = 1;
            }
            folded.appendCodePoint(c);
            octets += size;
        }
        return folded.append(END).toString();
    }

    /** The unfolded lines of a file. */
    static List<String> unfold(String file) {
        var lines = new ArrayList<String>();
        for (var line : file.split("\r?\n", -1)) {
            if (!lines.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"))) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + line.substring(1));
            } else if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
