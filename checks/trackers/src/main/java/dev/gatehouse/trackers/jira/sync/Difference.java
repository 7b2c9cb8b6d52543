package dev.gatehouse.trackers.jira.sync;

/**
 * Where Jira is not as the scan wants it.
 *
 * @param marker of the issue
 * @param sentence for people
 * @param mendable false for what only a person can decide
 */
public record Difference(String marker, Kind kind, String sentence, boolean mendable) {

    /** What differs. */
    public enum Kind {
        /** The finding has no issue. */
        MISSING,
        /** The issue that was made is gone. */
        GONE,
        /** The issue is open and its findings are gone. */
        OPEN,
        /** The issue is closed and its findings are there. */
        CLOSED,
        /** Somebody decided to leave the finding as it is. */
        DECIDED,
        /** Two issues for the same findings. */
        DUPLICATE,
        /** The issue stands for other findings than it says. */
        FINDINGS,
        /** Labels by which searches find the issue were taken away. */
        LABELS,
        /** Somebody copied an issue of ours, with its labels. */
        COPY
    }
}
