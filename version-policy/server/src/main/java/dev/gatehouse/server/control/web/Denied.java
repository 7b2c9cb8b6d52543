package dev.gatehouse.server.control.web;

/** Whoever asks is not signed in (401), or may not do this (403), or asks too often (429). */
public final class Denied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private Denied(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    public static Denied notSignedIn(String sentence) {
        return new Denied(401, sentence);
    }

    public static Denied notAllowed(String sentence) {
        return new Denied(403, sentence);
    }

    public static Denied tooOften(String sentence) {
        return new Denied(429, sentence);
    }

    public int status() {
        return status;
    }
}
