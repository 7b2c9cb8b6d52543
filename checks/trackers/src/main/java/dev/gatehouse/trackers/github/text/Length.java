package dev.gatehouse.trackers.github.text;

/** Texts cut to what GitHub takes. */
public final class Length {
    /** Of a comment, a check's summary and a release's notes, in characters. */
    public static final int BODY = 65_535;

    private static final String DOTS = " ...";

    private Length() {}

    /** The text, or as much of its beginning as {@code most} characters hold with dots behind; never half a character. */
    public static String cut(String text, int most) {
        return text.length() <= most ? text : start(text, most - DOTS.length()) + DOTS;
    }

    /**
     * A page of Markdown, cut at the end of a line with {@code note} below, and open code blocks closed, so that the note
     * is seen as such.
     */
    public static String page(String text, int most, String note) {
        if (text.length() <= most) {
            return text;
        }
        var tail = "\n\n" + note + "\n";
        var fence = "\n```";
        var start = start(text, most - tail.length() - fence.length());
        int line = start.lastIndexOf('\n');
        var whole = line > 0 ? start.substring(0, line) : start;
        long fences = whole.lines().filter(each -> each.startsWith("```")).count();
        return whole + (fences % 2 == 1 ? fence : "") + tail;
    }

    private static String start(String text, int length) {
        boolean splits = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, splits ? length - 1 : length);
    }
}
