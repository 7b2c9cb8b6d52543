package dev.gatehouse.policy.statement;

import java.util.Arrays;
import java.util.Optional;

/** What may be said of a claim now; best first. */
public enum State {
    /** Evidence shows it. */
    HOLDS("holds"),
    /** No machine can tell; a named person answers for it until a day. */
    ATTESTED("attested"),
    /** Nothing that was looked at shows it, so nobody may believe it. */
    NO_EVIDENCE("no evidence"),
    /** Evidence shows the contrary. */
    DOES_NOT_HOLD("does not hold");

    private final String label;

    State(String label) {
        this.label = label;
    }

    /** In words, for people. */
    public String label() {
        return label;
    }

    /** As JSON and options have it: words joined by hyphens. */
    public String key() {
        return label.replace(' ', '-');
    }

    /** The state that JSON and options call so; empty where there is none. */
    public static Optional<State> find(String key) {
        return Arrays.stream(values()).filter(state -> state.key().equals(key)).findFirst();
    }

    /** The one of both that says less good. */
    public State worse(State other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
