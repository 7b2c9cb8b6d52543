package dev.gatehouse.findings.gate;

/**
 * Where a rule comes from.
 *
 * @param place as the report names it: {@code default}, {@code FILE:LINE}, {@code floor FILE:LINE} or {@code --fail-on}
 */
public record Origin(Kind kind, String place) {
    public static final Origin DEFAULT = new Origin(Kind.DEFAULT, "default");

    /** The sources of rules. */
    public enum Kind {
        DEFAULT,
        FILE,
        FLOOR,
        COMMAND_LINE
    }

    /** A place in a file, as {@code FILE:LINE}. */
    public static Origin at(Kind kind, String line) {
        return switch (kind) {
            case DEFAULT -> DEFAULT;
            case FLOOR -> new Origin(kind, "floor " + line);
            case FILE, COMMAND_LINE -> new Origin(kind, line);
        };
    }
}
