package dev.gatehouse.policy.version;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dot-separated identifiers of SemVer 9 to 11. */
final class Identifiers {
    private static final int DIGITS_OF_A_LONG = 18;

    private Identifiers() {}

    static List<String> split(String dotted) {
        return List.of(dotted.split("\\.", -1));
    }

    /** A number without leading zero; null when it is none. */
    static @Nullable BigInteger number(String text) {
        if (text.isEmpty() || !isNumber(text) || startsWithZero(text)) {
            return null;
        }
        return text.length() > DIGITS_OF_A_LONG ? new BigInteger(text) : BigInteger.valueOf(Long.parseLong(text));
    }

    /** SemVer 9: letters, digits and hyphens, and without leading zero when it is a number. */
    static boolean isPreRelease(String identifier) {
        return isBuild(identifier) && (!isNumber(identifier) || !startsWithZero(identifier));
    }

    /** SemVer 10: letters, digits and hyphens, at least one. */
    static boolean isBuild(String identifier) {
        return !identifier.isEmpty() && identifier.chars().allMatch(Identifiers::isAllowed);
    }

    private static boolean isAllowed(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
    }

    private static boolean startsWithZero(String number) {
        return number.length() > 1 && number.charAt(0) == '0';
    }

    /** A release, which has none, comes after its pre-releases. */
    static int comparePreRelease(List<String> a, List<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        return compare(a, b);
    }

    /** Any total order would do; this one counts {@code +9} before {@code +10} and {@code +9} before {@code +09}. */
    static int compareBuild(List<String> a, List<String> b) {
        int byValue = compare(a, b);
        return byValue != 0 ? byValue : String.join(".", a).compareTo(String.join(".", b));
    }

    private static int compare(List<String> a, List<String> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compare(String a, String b) {
        boolean number = isNumber(a);
        if (number != isNumber(b)) {
            return number ? -1 : 1;
        }
        return number ? compareNumbers(a, b) : a.compareTo(b);
    }

    /** By length, then by digits: identifiers have no upper bound. */
    private static int compareNumbers(String a, String b) {
        var left = a.replaceFirst("^0+(?=.)", "");
        var right = b.replaceFirst("^0+(?=.)", "");
        int byLength = Integer.compare(left.length(), right.length());
        return byLength != 0 ? byLength : left.compareTo(right);
    }

    private static boolean isNumber(String identifier) {
        for (int i = 0; i < identifier.length(); i++) {
            if (identifier.charAt(i) < '0' || identifier.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
