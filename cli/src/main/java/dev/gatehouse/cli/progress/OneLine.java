package dev.gatehouse.cli.progress;

/** Text from outside made harmless for a terminal. */
public final class OneLine {

    private OneLine() {}

    /** The text with every control and direction mark replaced, so that it stays on its line and steers nothing. */
    public static String of(String text) {
        return text.codePoints()
                .map(c -> switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE -> '\uFFFD';
                    default -> c;
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
