package dev.gatehouse.policy.train;

import dev.gatehouse.policy.git.VersionTags;
import dev.gatehouse.policy.version.SemVer;
import java.util.Comparator;
import java.util.List;

/**
 * What went out so far, as tags or a ledger tell it.
 *
 * @param versions lowest first, pre-releases too
 */
public record ReleaseHistory(List<Release> versions) {

    public ReleaseHistory {
        versions = versions.stream()
                .sorted(Comparator.comparing(Release::version).thenComparing(Release::name))
                .toList();
    }

    public static ReleaseHistory of(VersionTags tags) {
        return new ReleaseHistory(tags.versions().stream()
                .map(tag -> new Release(tag.name(), tag.version(), tag.time()))
                .toList());
    }

    /** All but that very version. */
    ReleaseHistory without(SemVer version) {
        return new ReleaseHistory(versions.stream()
                .filter(release -> !release.version().equals(version))
                .toList());
    }

    /** Those that are no pre-releases, lowest first. */
    List<Release> releases() {
        return versions.stream()
                .filter(release -> !release.version().isPreRelease())
                .toList();
    }
}
