package dev.gatehouse.trackers.http;

import java.util.Objects;

/** A text that must never be seen: a token, a password, a private key. Nothing but {@link #reveal} shows it. */
public final class Secret {
    private final String value;
    private final String origin;

    /**
     * @param origin where it came from, for messages, such as {@code the environment variable JIRA_TOKEN}
     */
    public Secret(String value, String origin) {
        this.value = Objects.requireNonNull(value);
        this.origin = origin;
    }

    /** The text itself, for the header or signature that needs it and for nothing else. */
    public String reveal() {
        return value;
    }

    public String origin() {
        return origin;
    }

    /** Never the text. */
    @Override
    public String toString() {
        return "***";
    }
}
