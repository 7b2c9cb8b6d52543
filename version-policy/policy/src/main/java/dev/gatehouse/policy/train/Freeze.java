package dev.gatehouse.policy.train;

import dev.gatehouse.policy.version.Bump;
import dev.gatehouse.policy.version.SemVer;
import java.time.LocalDate;
import java.util.Set;

/**
 * Days on which nothing is released.
 *
 * @param from first frozen day
 * @param to last frozen day
 * @param reason shown to whoever is turned away
 * @param bumps kinds of release that go out all the same
 * @param versions single versions that go out all the same
 * @param hotfixes whether the hotfix lane stays open
 * @param floor whether it is the organisation's and not the repository's own
 */
public record Freeze(
        LocalDate from,
        LocalDate to,
        String reason,
        Set<Bump> bumps,
        Set<SemVer> versions,
        boolean hotfixes,
        boolean floor) {

    public Freeze {
        bumps = Set.copyOf(bumps);
        versions = Set.copyOf(versions);
    }

    /** The same freeze as one of the organisation's floor. */
    Freeze ofTheFloor() {
        return new Freeze(from, to, reason, bumps, versions, hotfixes, true);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public boolean overlaps(Freeze other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }

    /** Whether the freeze stops this release, its hotfix lane aside. */
    public boolean stops(Bump bump, SemVer version) {
        return !bumps.contains(bump) && !versions.contains(version);
    }

    @Override
    public String toString() {
        return "frozen from %s to %s: %s".formatted(from, to, reason);
    }
}
