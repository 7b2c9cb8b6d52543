package dev.gatehouse.trackers.github.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the check run at a commit should say.
 *
 * @param name of the check; GitHub shows only the newest check run of a name
 * @param commit 40 hexadecimal digits
 * @param externalId the same for the same content, so that a repeated build finds its own check run again
 * @param conclusion {@code success} or {@code failure}
 * @param title one line
 * @param summary Markdown, at most 65,535 characters
 * @param annotations all of them, in the order to send
 * @param detailsUrl the page of the build
 */
public record CheckContent(
        String name,
        String commit,
        String externalId,
        String conclusion,
        String title,
        String summary,
        List<Note> annotations,
        @Nullable String detailsUrl) {
    public CheckContent {
        annotations = List.copyOf(annotations);
    }

    /**
     * An annotation, plain text.
     *
     * @param path relative to the root of the repository
     * @param start line, from 1
     * @param end line, not before {@code start}
     * @param level {@code failure}, {@code warning} or {@code notice}
     * @param title at most 255 characters
     * @param message at most 64 KB
     */
    public record Note(String path, int start, int end, String level, String title, String message) {}
}
