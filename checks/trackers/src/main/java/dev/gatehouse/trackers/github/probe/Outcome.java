package dev.gatehouse.trackers.github.probe;

/**
 * One thing that was tried.
 *
 * @param what such as {@code checks: write}
 * @param result whether it works
 * @param sentence what was seen, and where it does not work, what would help
 */
public record Outcome(String what, Result result, String sentence) {
    /** Whether it works. */
    public enum Result {
        WORKS,
        FAILS,
        /** Nothing here needs it. */
        NOT_NEEDED,
        /** It could not be tried; the sentence says why. */
        NOT_KNOWN
    }
}
