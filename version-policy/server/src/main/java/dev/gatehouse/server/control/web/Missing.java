package dev.gatehouse.server.control.web;

/** What is asked for is not there. */
public final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Missing(String sentence) {
        super(sentence);
    }
}
