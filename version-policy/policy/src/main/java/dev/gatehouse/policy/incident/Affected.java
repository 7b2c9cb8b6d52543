package dev.gatehouse.policy.incident;

import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;

/** A published version that an incident is about, or the one that mends it. */
public record Affected(Track track, ClientVersion version) {
    boolean isSameAs(Affected other) {
        return track.equals(other.track) && version.isSameAs(other.version);
    }

    @Override
    public String toString() {
        return track + " " + version;
    }
}
