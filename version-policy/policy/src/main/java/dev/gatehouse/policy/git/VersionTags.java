package dev.gatehouse.policy.git;

import dev.gatehouse.policy.version.SemVer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A product's tags in a repository.
 *
 * @param versions lowest version first
 * @param others names that begin like the product's tags and are no semantic version, or tag no commit
 */
public record VersionTags(List<VersionTag> versions, List<String> others) {

    public VersionTags {
        versions = versions.stream()
                .sorted(Comparator.comparing(VersionTag::version).thenComparing(VersionTag::name))
                .toList();
        others = List.copyOf(others);
    }

    public Optional<VersionTag> find(SemVer version) {
        return versions.stream().filter(tag -> tag.version().equals(version)).findFirst();
    }

    /** All but the tag of that very version. */
    public VersionTags without(SemVer version) {
        return new VersionTags(
                versions.stream().filter(tag -> !tag.version().equals(version)).toList(), others);
    }

    /** Those that are no pre-releases, lowest first. */
    public List<VersionTag> releases() {
        return versions.stream().filter(tag -> !tag.version().isPreRelease()).toList();
    }
}
