package dev.gatehouse.client;

/** What holds for a version. */
public enum Status {
    /** Nothing newer can be installed. */
    CURRENT(true),
    /** Not the newest, and nothing is announced against it. */
    SUPPORTED(true),
    /** Still runs, but has left the window or is below the next minimum. */
    UPDATE_RECOMMENDED(true),
    /** Below the minimum. */
    UPDATE_REQUIRED(false),
    /** Must not run, whatever the minimum says. */
    BLOCKED(false);

    private final boolean runs;

    Status(boolean runs) {
        this.runs = runs;
    }

    public boolean mayRun() {
        return runs;
    }
}
