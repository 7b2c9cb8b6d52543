package dev.gatehouse.cli.policy;

import dev.gatehouse.policy.support.Track;
import picocli.CommandLine.Option;

/** Which line of client versions is meant. */
public final class TrackOptions {
    @Option(names = "--app", required = true, description = "The app, as declared under versions.apps.")
    private String app = "";

    @Option(names = "--platform", required = true, description = "The platform, as declared for the app.")
    private String platform = "";

    @Option(names = "--channel", defaultValue = "stable", description = "The channel (default: ${DEFAULT-VALUE}).")
    private String channel = "";

    public Track track() {
        return new Track(app, platform, channel);
    }
}
