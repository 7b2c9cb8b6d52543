package dev.gatehouse.scanners.sca;

import dev.gatehouse.engine.protocol.sca.Vulnerability.AffectedVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The versions of a library that have a vulnerability, and the way out of them. */
record AffectedRanges(List<AffectedVersions> ranges) {
    private static final VersionOrder ORDER = VersionOrder.INSTANCE;

    /**
     * Where to go from an affected version.
     *
     * @param version the first one that is not affected, or the last one that is
     * @param exclusive true when {@code version} itself is still affected and only newer ones are not
     */
    record WayOut(String version, boolean exclusive) {
        String inWords() {
            return exclusive ? "a version newer than " + version : version;
        }
    }

    /** The first version outside of all ranges, going up from an affected one; none when no range ends. */
    Optional<WayOut> from(String version) {
        var at = new WayOut(version, false);
        var moved = false;
        for (int step = 0; step <= ranges.size(); step++) {
            var range = holding(at);
            if (range.isEmpty()) {
                return moved ? Optional.of(at) : Optional.empty();
            }
            var next = end(range.get());
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
            moved = true;
        }
        return Optional.empty();
    }

    private Optional<AffectedVersions> holding(WayOut at) {
        return ranges.stream().filter(range -> holds(range, at)).findFirst();
    }

    private static boolean holds(AffectedVersions range, WayOut at) {
        if (range.exactly() != null) {
            return !at.exclusive() && ORDER.compare(plain(range.exactly()), at.version()) == 0;
        }
        var reached = at.exclusive() ? 1 : 0;
        return (range.fromIncluding() == null || ORDER.compare(at.version(), range.fromIncluding()) >= 0)
                && (range.fromExcluding() == null || ORDER.compare(at.version(), range.fromExcluding()) > -reached)
                && (range.toExcluding() == null || ORDER.compare(at.version(), range.toExcluding()) < 0)
                && (range.toIncluding() == null || ORDER.compare(at.version(), range.toIncluding()) <= -reached);
    }

    private static Optional<WayOut> end(AffectedVersions range) {
        if (range.exactly() != null) {
            return Optional.of(new WayOut(plain(range.exactly()), true));
        }
        if (range.toExcluding() != null) {
            return Optional.of(new WayOut(range.toExcluding(), false));
        }
        return Optional.ofNullable(range.toIncluding()).map(last -> new WayOut(last, true));
    }

    /** {@code 2.0:rc1} as {@code 2.0-rc1}; a hyphen alone means that there is no update. */
    private static String plain(String exactly) {
        return exactly.endsWith(":-") ? exactly.substring(0, exactly.length() - 2) : exactly.replace(':', '-');
    }

    /** Such as {@code >=2.13.0 <2.15.0 | =2.0-rc1}, lowest first. */
    String inWords() {
        return ranges.stream()
                .sorted((one, other) -> ORDER.compare(lower(one), lower(other)))
                .map(AffectedRanges::inWords)
                .distinct()
                .collect(Collectors.joining(" | "));
    }

    private static String lower(AffectedVersions range) {
        return range.exactly() != null
                ? plain(range.exactly())
                : or(range.fromIncluding(), or(range.fromExcluding(), "0"));
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private static String inWords(AffectedVersions range) {
        if (range.exactly() != null) {
            return "=" + plain(range.exactly());
        }
        var bounds = new ArrayList<String>();
        add(bounds, ">=", range.fromIncluding());
        add(bounds, ">", range.fromExcluding());
        add(bounds, "<=", range.toIncluding());
        add(bounds, "<", range.toExcluding());
        return bounds.isEmpty() ? "every version" : String.join(" ", bounds);
    }

    private static void add(List<String> bounds, String operator, @Nullable String version) {
        if (version != null) {
            bounds.add(operator + version);
        }
    }
}
