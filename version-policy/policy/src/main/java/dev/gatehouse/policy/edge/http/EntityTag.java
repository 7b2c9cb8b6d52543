package dev.gatehouse.policy.edge.http;

import org.jspecify.annotations.Nullable;

/** Strong entity tags (RFC 9110 §8.8.3) and the condition If-None-Match. */
public final class EntityTag {
    private EntityTag() {}

    /** Whether {@code ifNoneMatch} names {@code tag}; a weak tag of the same text counts, as §13.1.2 asks. */
    public static boolean matches(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.equals(tag)) {
            return true;
        }
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        int at = ifNoneMatch.indexOf(tag);
        while (at >= 0) {
            if (isWhole(ifNoneMatch, at, at + tag.length())) {
                return true;
            }
            at = ifNoneMatch.indexOf(tag, at + 1);
        }
        return false;
    }

    /** The quotes are part of the tag, so it is whole when only list separators and {@code W/} stand around it. */
    private static boolean isWhole(String list, int from, int to) {
        int before = from >= 2 && list.startsWith("W/", from - 2) ? from - 3 : from - 1;
        return isSeparator(list, before) && isSeparator(list, to);
    }

    private static boolean isSeparator(String list, int at) {
        return at < 0
                || at >= list.length()
                || list.charAt(at) == ','
                || list.charAt(at) == ' '
                || list.charAt(at) == '\t';
    }
}
