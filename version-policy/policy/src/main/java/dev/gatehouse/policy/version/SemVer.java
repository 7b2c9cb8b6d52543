package dev.gatehouse.policy.version;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.VisibleText;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A version as SemVer 2.0.0 defines it. The natural order is a total one that agrees with {@link #equals}: precedence
 * first (SemVer 11), and build metadata only between versions of the same precedence.
 *
 * @param preRelease identifiers after the hyphen, none for a release
 * @param build identifiers after the plus sign; they have no say in precedence
 */
public record SemVer(BigInteger major, BigInteger minor, BigInteger patch, List<String> preRelease, List<String> build)
        implements Comparable<SemVer> {
    static final int MAX_LENGTH = 256;

    /** Precedence as SemVer 11 says; versions that differ in build metadata only are equal to it. */
    public static final Comparator<SemVer> PRECEDENCE = Comparator.comparing(SemVer::major)
            .thenComparing(SemVer::minor)
            .thenComparing(SemVer::patch)
            .thenComparing(SemVer::preRelease, Identifiers::comparePreRelease);

    private static final Comparator<SemVer> TOTAL = PRECEDENCE.thenComparing(SemVer::build, Identifiers::compareBuild);

    public SemVer {
        preRelease = List.copyOf(preRelease);
        build = List.copyOf(build);
    }

    /** A release without pre-release or build metadata. */
    public static SemVer of(long major, long minor, long patch) {
        return new SemVer(
                BigInteger.valueOf(major), BigInteger.valueOf(minor), BigInteger.valueOf(patch), List.of(), List.of());
    }

    /** Reads a version; throws {@link BadInput} with what is wrong with it. */
    public static SemVer parse(String text) {
        return find(text)
                .orElseThrow(() -> new BadInput("'%s' is no semantic version: write it as 4.3.0 or 4.3.0-rc.1+build.5"
                        .formatted(VisibleText.word(text))));
    }

    /** As {@link #parse}, for texts of which some are no versions, such as names of tags. */
    public static Optional<SemVer> find(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int plus = text.indexOf('+');
        var release = plus < 0 ? text : text.substring(0, plus);
        int hyphen = release.indexOf('-');
        var numbers = hyphen < 0 ? release : release.substring(0, hyphen);
        int first = numbers.indexOf('.');
        int second = numbers.indexOf('.', first + 1);
        if (first < 0 || second < 0) {
            return Optional.empty();
        }
        var major = Identifiers.number(numbers.substring(0, first));
        var minor = Identifiers.number(numbers.substring(first + 1, second));
        var patch = Identifiers.number(numbers.substring(second + 1));
        var preRelease = hyphen < 0 ? List.<String>of() : Identifiers.split(release.substring(hyphen + 1));
        var build = plus < 0 ? List.<String>of() : Identifiers.split(text.substring(plus + 1));
        if (major == null
                || minor == null
                || patch == null
                || !preRelease.stream().allMatch(Identifiers::isPreRelease)
                || !build.stream().allMatch(Identifiers::isBuild)) {
            return Optional.empty();
        }
        return Optional.of(new SemVer(major, minor, patch, preRelease, build));
    }

    public boolean isPreRelease() {
        return !preRelease.isEmpty();
    }

    /** The same version without pre-release and build metadata. */
    public SemVer core() {
        return new SemVer(major, minor, patch, List.of(), List.of());
    }

    /** The release that follows this one when nothing is skipped; a pre-release is followed by its own release. */
    public SemVer next(Bump bump) {
        var one = BigInteger.ONE;
        return switch (bump) {
            case MAJOR -> new SemVer(major.add(one), BigInteger.ZERO, BigInteger.ZERO, List.of(), List.of());
            case MINOR -> new SemVer(major, minor.add(one), BigInteger.ZERO, List.of(), List.of());
            case PATCH -> new SemVer(major, minor, patch.add(one), List.of(), List.of());
            case PRE_RELEASE -> core();
        };
    }

    public boolean precedes(SemVer other) {
        return PRECEDENCE.compare(this, other) < 0;
    }

    @Override
    public int compareTo(SemVer other) {
        return TOTAL.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch
                + (preRelease.isEmpty() ? "" : "-" + String.join(".", preRelease))
                + (build.isEmpty() ? "" : "+" + String.join(".", build));
    }
}
