package dev.gatehouse.jenkins.release;

import dev.gatehouse.policy.remote.ServerDesk;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One gate of a build, as it is stored with the build: what is proposed, by which rules, and what came of it. */
@ExportedBean(defaultVisibility = 2)
public final class GateRecord {
    /** What became of a gate. */
    public enum Outcome {
        WAITING,
        APPROVED,
        REJECTED,
        TIMED_OUT,
        ABORTED
    }

    private final String app;
    private final String platform;
    private final String channel;
    private final String version;
    private final String digest;
    private final String proposer;
    private final String policyName;
    private final String policy;
    private final String hotfix;
    private long endsAt;
    /** Of the server that decides; empty for the controller's ledger. Null in records of before there were servers. */
    private final @Nullable String server;

    private Outcome outcome = Outcome.WAITING;
    private String reason = "";
    private List<String> people = new ArrayList<>();

    /**
     * @param endsAt milliseconds of the epoch after which nobody is waited for
     * @param server address of the server that decides; empty for the controller's ledger
     */
    GateRecord(
            Track track,
            ClientVersion version,
            String digest,
            String proposer,
            String policyName,
            String policy,
            String hotfix,
            long endsAt,
            String server) {
        this.app = track.app();
        this.platform = track.platform();
        this.channel = track.channel();
        this.version = version.toString();
        this.digest = digest;
        this.proposer = proposer;
        this.policyName = policyName;
        this.policy = policy;
        this.hotfix = hotfix;
        this.endsAt = endsAt;
        this.server = server;
    }

    /** By which its page is found: safe in an address, the same for the same version of a track. */
    @Exported
    public String getId() {
        return idOf(track(), version());
    }

    static String idOf(Track track, ClientVersion version) {
        return "%s-%s-%s-%s"
                .formatted(track.app(), track.platform(), track.channel(), version)
                .replaceAll("[^A-Za-z0-9._-]", "_");
    }

    public Track track() {
        return new Track(app, platform, channel);
    }

    public ClientVersion version() {
        return ClientVersion.parse(version);
    }

    @Exported
    public String getTrack() {
        return track().toString();
    }

    @Exported
    public String getVersion() {
        return version;
    }

    /** What approvals are of: SHA-256 of the candidate. */
    @Exported
    public String getDigest() {
        return digest;
    }

    @Exported
    public String getProposer() {
        return proposer;
    }

    @Exported
    public String getHotfix() {
        return hotfix;
    }

    public String policyName() {
        return policyName;
    }

    public String policy() {
        return policy;
    }

    /** Address of the server that decides; empty when the controller's ledger does. */
    @Exported
    public String getServer() {
        return server == null ? "" : server;
    }

    public boolean isOnServer() {
        return !getServer().isEmpty();
    }

    /** Where people decide on a server; empty when they do so in Jenkins. */
    @Exported
    public String getServerPage() {
        return isOnServer() ? ServerDesk.page(getServer(), track(), version()) : "";
    }

    public synchronized Instant endsAt() {
        return Instant.ofEpochMilli(endsAt);
    }

    /** Until when people are waited for, UTC. */
    @Exported
    public String getEnds() {
        return endsAt().toString();
    }

    @Exported
    public synchronized String getOutcome() {
        return outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    /** Why, when it was not approved. */
    @Exported
    public synchronized String getReason() {
        return reason;
    }

    /** Who decided. */
    @Exported
    public synchronized List<String> getPeople() {
        return List.copyOf(people);
    }

    public synchronized boolean isWaiting() {
        return outcome == Outcome.WAITING;
    }

    public synchronized boolean isApproved() {
        return outcome == Outcome.APPROVED;
    }

    /** Whoever waits for people says how long. */
    synchronized void waitUntil(Instant end) {
        endsAt = end.toEpochMilli();
    }

    /** The first word counts; false for a later one. */
    synchronized boolean end(Outcome with, String why, List<String> who) {
        if (outcome != Outcome.WAITING) {
            return false;
        }
        outcome = with;
        reason = why;
        people = new ArrayList<>(who);
        return true;
    }
}
