package dev.gatehouse.trackers.jira.issue;

import dev.gatehouse.findings.config.Sha256;

/**
 * Whose issues these are. Scans of another project or another branch have others and never touch these.
 *
 * @param source the scanned project
 */
public record Owner(String source, String branch) {

    /** On every issue of this owner, so that one search finds them all. */
    public String label() {
        return "gatehouse-" + id();
    }

    /** Sixteen hexadecimal digits. */
    public String id() {
        return Sha256.of("owner", source, branch).substring(0, 16);
    }
}
