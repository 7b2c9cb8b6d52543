package dev.gatehouse.policy.remote;

/** The server gave no answer that counts; later it may. Nothing is known of whether it did what it was asked. */
public final class ServerAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServerAway(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    ServerAway(String sentence) {
        super(sentence);
    }
}
