package dev.gatehouse.findings;

/**
 * A user's mistake, told in one sentence that says what is wrong, where, and what would be right. The command prints
 * the message without a stack trace and ends with exit code 2.
 */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInput(String sentence) {
        super(sentence);
    }

    public BadInput(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
