package dev.gatehouse.scanners.sca;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The order of library versions, as Maven has it in all that occurs in practice: numbers by value, missing ones as 0,
 * {@code alpha < beta < milestone < rc < snapshot < release < anything else}.
 */
final class VersionOrder implements Comparator<String> {
    static final VersionOrder INSTANCE = new VersionOrder();

    private static final Pattern TOKEN = Pattern.compile("[0-9]+|[a-z]+");
    private static final List<String> BEFORE_RELEASE = List.of("alpha", "beta", "milestone", "rc", "snapshot");
    private static final List<String> RELEASE = List.of("final", "ga", "release");

    private VersionOrder() {}

    @Override
    public int compare(String one, String other) {
        var left = tokens(one);
        var right = tokens(other);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            int order = compareTokens(token(left, i), token(right, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static List<String> tokens(String version) {
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(version.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            if (!RELEASE.contains(matcher.group())) {
                tokens.add(matcher.group());
            }
        }
        return tokens;
    }

    private static String token(List<String> tokens, int index) {
        return index < tokens.size() ? tokens.get(index) : "";
    }

    /** Numbers above the release, the release (nothing, or 0) above what precedes it. */
    private static int compareTokens(String left, String right) {
        int rank = Integer.compare(rank(left), rank(right));
        if (rank != 0) {
            return rank;
        }
        if (rank(left) == BEFORE_RELEASE.size()) {
            return 0;
        }
        if (isNumber(left) && isNumber(right)) {
            return new BigInteger(left).compareTo(new BigInteger(right));
        }
        return left.compareTo(right);
    }

    private static int rank(String token) {
        if (token.isEmpty() || token.chars().allMatch(digit -> digit == '0')) {
            return BEFORE_RELEASE.size();
        }
        if (isNumber(token)) {
            return BEFORE_RELEASE.size() + 2;
        }
        var name = switch (token) {
            case "a" -> "alpha";
            case "b" -> "beta";
            case "m" -> "milestone";
            case "cr" -> "rc";
            default -> token;
        };
        int before = BEFORE_RELEASE.indexOf(name);
        return before >= 0 ? before : BEFORE_RELEASE.size() + 1;
    }

    private static boolean isNumber(String token) {
        return !token.isEmpty() && Character.isDigit(token.charAt(0));
    }
}
