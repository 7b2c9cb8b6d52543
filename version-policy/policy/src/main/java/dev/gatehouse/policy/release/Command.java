package dev.gatehouse.policy.release;

import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person may ask of the desk about one version of a track. Reasons and roles are texts of one line. */
public sealed interface Command {
    Track track();

    ClientVersion version();

    /** Bind a version to its artifacts, commit and scan, and ask for approvals. */
    record Propose(Candidate candidate) implements Command {
        @Override
        public Track track() {
            return candidate.track();
        }

        @Override
        public ClientVersion version() {
            return candidate.version();
        }
    }

    /** Approve exactly what is proposed now. */
    record Approve(Track track, ClientVersion version, String role) implements Command {}

    /** Stop what is proposed now; only a new proposal takes that back. */
    record Reject(Track track, ClientVersion version, String reason) implements Command {}

    /**
     * Publish what was approved.
     *
     * @param files what is at hand for release; when not empty it must be exactly what was approved
     * @param storeLiveAt when the store serves it to everybody; null for at once
     * @param hotfix the reason for going by the hotfix lane; empty for the usual way
     * @param breakGlass the reason for publishing without approvals; empty for the usual way
     */
    record Publish(
            Track track,
            ClientVersion version,
            List<Artifact> files,
            @Nullable Instant storeLiveAt,
            String hotfix,
            String breakGlass)
            implements Command {
        public Publish {
            files = List.copyOf(files);
        }
    }

    /** Take a version out of the window; it may run until its announced date. */
    record Retire(Track track, ClientVersion version, String reason) implements Command {}

    /** Forbid a version at once. */
    record Block(Track track, ClientVersion version, String reason) implements Command {}

    /**
     * Move the minimum up.
     *
     * @param at from when on; null for at once, out of band, for the sake of security
     */
    record RaiseMinimum(
            Track track, ClientVersion version, @Nullable Instant at, String reason) implements Command {}

    /** Ask for approvals to move the minimum down to a published version. */
    record ProposeRollback(Track track, ClientVersion version, String reason) implements Command {}

    /** Approve the rollback that is proposed now. */
    record ApproveRollback(Track track, ClientVersion version, String role) implements Command {}

    /** Move the minimum down, once that is approved. */
    record RollBack(Track track, ClientVersion version) implements Command {}
}
