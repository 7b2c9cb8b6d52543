package dev.gatehouse.cli.policy;

import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which version of which line a decision is about, and why it was taken. */
public final class VersionDecision {
    @Mixin
    private TrackOptions track = new TrackOptions();

    @Parameters(paramLabel = "VERSION", description = "The version, as it was proposed.")
    private String version = "";

    @Option(names = "--reason", required = true, description = "Why, in one line.")
    private String reason = "";

    public Track track() {
        return track.track();
    }

    public ClientVersion version() {
        return ClientVersion.parse(version);
    }

    public String reason() {
        return Reason.of(reason);
    }
}
