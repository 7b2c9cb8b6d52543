package dev.gatehouse.engine.sast;

/** One line of text without control characters, of bounded length. */
final class Plain {
    private static final int MAX = 300;

    private Plain() {}

    static String text(String raw) {
        var line = raw.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= MAX ? line : line.substring(0, MAX) + "…";
    }
}
