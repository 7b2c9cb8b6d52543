package dev.gatehouse.policy.version;

import java.util.Locale;
import java.util.Optional;

/** How far one version is from an earlier one: the highest part that differs. */
public enum Bump {
    MAJOR,
    MINOR,
    PATCH,
    /** Same numbers: from one pre-release to the next, or to the release itself. */
    PRE_RELEASE;

    /** The kind of step; empty when {@code to} is not higher in precedence than {@code from}. */
    public static Optional<Bump> between(SemVer from, SemVer to) {
        if (!from.precedes(to)) {
            return Optional.empty();
        }
        if (!from.major().equals(to.major())) {
            return Optional.of(MAJOR);
        }
        if (!from.minor().equals(to.minor())) {
            return Optional.of(MINOR);
        }
        return Optional.of(from.patch().equals(to.patch()) ? PRE_RELEASE : PATCH);
    }

    /** As written in settings and JSON: {@code major}, {@code minor}, {@code patch}, {@code pre-release}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
