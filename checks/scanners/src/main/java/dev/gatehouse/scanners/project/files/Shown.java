package dev.gatehouse.scanners.project.files;

/** Makes names that strangers chose fit for a line of text. */
public final class Shown {
    private Shown() {}

    /**
     * The text with control characters, line ends, direction marks and other invisible characters as {@code \}{@code uXXXX}.
     * Quotes and angle brackets stay: the writer of each format escapes them.
     */
    public static String name(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED -> shown.append("\\u%04X".formatted(c));
                default -> shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
