package dev.gatehouse.policy.statement;

import dev.gatehouse.policy.release.Publication;
import dev.gatehouse.policy.support.Track;
import java.util.List;

/**
 * A version that went out, with what was said about it before.
 *
 * @param approvers people who approved exactly this, and neither proposed nor wrote it
 * @param rejected whether a rejection of exactly this stood
 * @param reportSha256 of the scan's report; empty where nothing was proposed
 */
public record Published(
        Track track, Publication publication, List<String> approvers, boolean rejected, String reportSha256) {
    public Published {
        approvers = List.copyOf(approvers);
    }
}
