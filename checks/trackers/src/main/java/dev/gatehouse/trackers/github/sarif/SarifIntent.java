package dev.gatehouse.trackers.github.sarif;

import java.util.List;

/**
 * What code scanning should know of a reference.
 *
 * @param commit 40 hexadecimal digits
 * @param ref {@code refs/heads/NAME} or {@code refs/pull/NUMBER/head}
 */
public record SarifIntent(String commit, String ref, List<File> files) {
    public SarifIntent {
        files = List.copyOf(files);
    }

    /**
     * @param sarif gzip, then Base64, as the API takes it
     * @param digest of it
     */
    public record File(String sarif, String digest) {
        /** Names what is remembered of this file. */
        String key(SarifIntent intent) {
            return "sarif/" + intent.commit() + "/" + digest.substring(0, 16);
        }
    }

    public static SarifIntent of(String commit, String ref, Uploads uploads) {
        return new SarifIntent(
                commit,
                ref,
                uploads.files().stream()
                        .map(file -> new File(file.sarif(), file.digest()))
                        .toList());
    }
}
