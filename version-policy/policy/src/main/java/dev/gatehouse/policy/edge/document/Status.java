package dev.gatehouse.policy.edge.document;

import java.util.Locale;

/** What an app is told about the version that it is. */
public enum Status {
    /** Nothing newer can be installed. */
    CURRENT,
    /** Not the newest, and nothing is announced against it. */
    SUPPORTED,
    /** Still runs, but has left the window or is below the next minimum. */
    UPDATE_RECOMMENDED,
    /** Below the minimum. */
    UPDATE_REQUIRED,
    /** Must not run, whatever the minimum says. */
    BLOCKED;

    /** As it is written in answers: {@code update-required}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean mayRun() {
        return this != UPDATE_REQUIRED && this != BLOCKED;
    }
}
