package dev.gatehouse.policy.git;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.version.SemVer;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;

/**
 * How a product's tags are called, written as {@code v{version}} or, in a repository of several products,
 * {@code shop/v{version}}.
 *
 * @param prefix before the version, may be empty
 * @param suffix after it, may be empty
 */
public record TagPattern(String prefix, String suffix) {
    private static final String PLACE = "{version}";
    public static final TagPattern DEFAULT = new TagPattern("v", "");

    /** Reads a pattern; throws {@link BadInput} when it has not exactly one place for the version. */
    public static TagPattern parse(String text) {
        int at = text.indexOf(PLACE);
        if (at < 0 || text.indexOf(PLACE, at + 1) >= 0) {
            throw new BadInput("'%s' must hold {version} once, as in v{version} or shop/v{version}".formatted(text));
        }
        var pattern = new TagPattern(text.substring(0, at), text.substring(at + PLACE.length()));
        if (!Repository.isValidRefName("refs/tags/" + pattern.name(SemVer.of(1, 0, 0)))) {
            throw new BadInput("'%s' gives names that git does not allow for a tag".formatted(text));
        }
        return pattern;
    }

    /** The tag's name without {@code refs/tags/}. */
    public String name(SemVer version) {
        return prefix + version + suffix;
    }

    /** Whether the name is one of this product's, be it a version or not; with an empty pattern every name is. */
    boolean claims(String name) {
        return name.length() >= prefix.length() + suffix.length() && name.startsWith(prefix) && name.endsWith(suffix);
    }

    /** The version in a tag's name; empty when the name is another product's or no semantic version. */
    public Optional<SemVer> version(String name) {
        return claims(name)
                ? SemVer.find(name.substring(prefix.length(), name.length() - suffix.length()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return prefix + PLACE + suffix;
    }
}
