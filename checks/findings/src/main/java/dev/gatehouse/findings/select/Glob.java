package dev.gatehouse.findings.select;

import java.util.BitSet;

/**
 * A pattern over names with parts between slashes: {@code ?} is one character, {@code *} any number of them but no
 * slash, {@code **} any number of any. {@code **}{@code /} also stands for no folder at all. Matching takes time in
 * proportion to text and pattern, whatever the pattern.
 */
public record Glob(String pattern) {

    /** Whether it matches everything there is, and so says nothing. */
    public boolean isEverything() {
        return pattern.chars().allMatch(c -> c == '*' || c == '/');
    }

    /** Whether the whole of {@code text} fits. */
    public boolean matches(String text) {
        var places = new BitSet(pattern.length() + 1);
        reach(places, 0);
        for (int i = 0; i < text.length() && !places.isEmpty(); i++) {
            places = step(places, text.charAt(i));
        }
        return places.get(pattern.length());
    }

    private BitSet step(BitSet places, char c) {
        var next = new BitSet(pattern.length() + 1);
        for (int at = places.nextSetBit(0); at >= 0; at = places.nextSetBit(at + 1)) {
            if (at == pattern.length()) {
                continue;
            }
            char want = pattern.charAt(at);
            if (want == '*') {
                if (c != '/' || isDouble(at)) {
                    reach(next, at);
                }
            } else if (want == c || (want == '?' && c != '/')) {
                reach(next, at + 1);
            }
        }
        return next;
    }

    /** Marks a place of the pattern, and those behind it that need no further character. */
    private void reach(BitSet places, int at) {
        places.set(at);
        if (at < pattern.length() && pattern.charAt(at) == '*') {
            int behind = isDouble(at) ? at + 2 : at + 1;
            reach(places, behind);
            if (isDouble(at) && startsSegment(at) && behind < pattern.length() && pattern.charAt(behind) == '/') {
                reach(places, behind + 1);
            }
        }
    }

    private boolean isDouble(int at) {
        return at + 1 < pattern.length() && pattern.charAt(at + 1) == '*';
    }

    private boolean startsSegment(int at) {
        return at == 0 || pattern.charAt(at - 1) == '/';
    }
}
