package dev.gatehouse.scanners.engine;

/** An engine did not answer; {@link #getMessage} is a sentence for the report, {@link #detail} for the log. */
public final class EngineException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What happened. */
    public enum Kind {
        /** The engine said that it could not do it. */
        FAILED,
        DIED,
        OUT_OF_MEMORY,
        TIMED_OUT
    }

    private final Kind kind;
    private final String detail;

    public EngineException(Kind kind, String sentence, String detail) {
        super(sentence);
        this.kind = kind;
        this.detail = detail;
    }

    public Kind kind() {
        return kind;
    }

    public String detail() {
        return detail;
    }
}
