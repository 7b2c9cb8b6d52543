package dev.gatehouse.client;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A version as apps show it: {@code 4.3.0}, {@code 4.3}, {@code 4.3.0.1187}, {@code 4.3.0 (1187)}, {@code 4.3.0-rc.1}. */
final class Version {
    private static final String NUMBER = "(0|[1-9][0-9]{0,17})";
    private static final Pattern SHAPE = Pattern.compile(NUMBER + "\\." + NUMBER + "(?:\\." + NUMBER + "(?:\\." + NUMBER
            + ")?)?(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?(?: \\(" + NUMBER + "\\))?");
    private static final int LONGEST = 256;

    private final BigInteger[] numbers;
    private final String[] preRelease;
    private final BigInteger build;

    private Version(BigInteger[] numbers, String[] preRelease, BigInteger build) {
        this.numbers = numbers;
        this.preRelease = preRelease;
        this.build = build;
    }

    /** Throws {@link IllegalArgumentException} for what is no version. */
    static Version parse(String text) {
        Matcher match = SHAPE.matcher(text.length() > LONGEST ? "" : text);
        if (!match.matches()) {
            throw new IllegalArgumentException("no version: write it as 4.3.0, 4.3, 4.3.0.1187 or 4.3.0 (1187)");
        }
        BigInteger[] numbers = {number(match.group(1)), number(match.group(2)), number(match.group(3))};
        String rest = match.group(5);
        String[] preRelease = rest == null ? new String[0] : rest.split("\\.", -1);
        return new Version(numbers, preRelease, number(match.group(4) == null ? match.group(6) : match.group(4)));
    }

    private static BigInteger number(@Nullable String text) {
        return text == null ? BigInteger.ZERO : new BigInteger(text);
    }

    /** Below zero when this comes before {@code other}, by SemVer 2.0.0 §11, then by build number. */
    int compare(Version other) {
        int plain = compareWithoutBuild(other);
        return plain != 0 ? plain : build.compareTo(other.build);
    }

    /** Whether a document that names this means {@code other}: without a build number it means every build. */
    boolean covers(Version other) {
        return compareWithoutBuild(other) == 0 && (build.signum() == 0 || build.equals(other.build));
    }

    private int compareWithoutBuild(Version other) {
        for (int i = 0; i < numbers.length; i++) {
            int order = numbers[i].compareTo(other.numbers[i]);
            if (order != 0) {
                return order;
            }
        }
        if (preRelease.length == 0 || other.preRelease.length == 0) {
            return Integer.compare(other.preRelease.length == 0 ? 0 : 1, preRelease.length == 0 ? 0 : 1);
        }
        int both = Math.min(preRelease.length, other.preRelease.length);
        for (int i = 0; i < both; i++) {
            int order = compareIdentifiers(preRelease[i], other.preRelease[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(preRelease.length, other.preRelease.length);
    }

    private static int compareIdentifiers(String a, String b) {
        boolean numberA = a.matches("[0-9]+");
        boolean numberB = b.matches("[0-9]+");
        if (numberA && numberB) {
            return new BigInteger(a).compareTo(new BigInteger(b));
        }
        if (numberA != numberB) {
            return numberA ? -1 : 1;
        }
        return a.compareTo(b);
    }
}
