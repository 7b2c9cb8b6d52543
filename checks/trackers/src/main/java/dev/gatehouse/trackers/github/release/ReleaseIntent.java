package dev.gatehouse.trackers.github.release;

import java.util.List;

/**
 * A release as it should be.
 *
 * @param tag such as {@code v1.4.0}
 * @param commit that the tag is at, or is to be made at
 * @param name shown as its title
 * @param notes Markdown, at most 65,535 characters
 * @param files in the order to send them
 */
public record ReleaseIntent(
        String tag, String commit, String name, String notes, boolean prerelease, List<File> files) {
    public ReleaseIntent {
        files = List.copyOf(files);
    }

    /**
     * A file to go with the release. Its content is kept here, since the workspace it came from will be gone when GitHub
     * is back.
     *
     * @param type media type
     * @param content Base64
     * @param sha256 lower-case hexadecimal
     */
    public record File(String name, String type, String content, String sha256) {}
}
