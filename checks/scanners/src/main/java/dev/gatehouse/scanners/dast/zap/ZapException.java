package dev.gatehouse.scanners.dast.zap;

/** ZAP did not do what it was asked; the message is a sentence for the report. */
public final class ZapException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What happened. */
    public enum Kind {
        /** It does not answer any more: it ended, or something closed the connection. */
        GONE,
        /** It answered that it cannot or may not. */
        REFUSED,
        TIMED_OUT
    }

    private final Kind kind;
    private final String code;

    public ZapException(Kind kind, String code, String sentence) {
        super(sentence);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    /** ZAP's word for the error, such as {@code no_implementor}; empty when it gave none. */
    public String code() {
        return code;
    }
}
