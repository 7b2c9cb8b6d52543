package dev.gatehouse.client;

import org.jspecify.annotations.Nullable;

/** What to do with this version, now. */
public final class Answer {
    private final @Nullable Status status;
    private final boolean runs;
    private final boolean offline;
    private final @Nullable String store;
    private final String message;

    Answer(@Nullable Status status, boolean runs, boolean offline, @Nullable String store, String message) {
        this.status = status;
        this.runs = runs;
        this.offline = offline;
        this.store = store;
        this.message = message;
    }

    /** What the document says; null when there is none that counts. */
    public @Nullable Status status() {
        return status;
    }

    /** Whether the app may go on; without a status that is the app's own choice. */
    public boolean mayRun() {
        return runs;
    }

    /** Whether the document has expired and counts only because the offline grace is not over. */
    public boolean isOffline() {
        return offline;
    }

    /** Where to update; null when the document does not say. */
    public @Nullable String store() {
        return store;
    }

    /** For the user; empty when the document has none. */
    public String message() {
        return message;
    }
}
