package dev.gatehouse.findings.select;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A pattern over names with parts between slashes: {@code ?} is one character, {@code *} any number of them but no
 * slash, {@code **} any number of any. {@code **}{@code /} at the start of a part is any number of whole folders, also
 * none. Matching takes time in proportion to text and pattern, whatever the pattern.
 */
public record Glob(String pattern) {

    /** Whether it matches everything there is, and so says nothing. */
    public boolean isEverything() {
        return pattern.indexOf('*') >= 0 && pattern.chars().allMatch(c -> c == '*' || c == '/' || c == '?');
    }

    /** Whether the whole of {@code text} fits. */
    public boolean matches(String text) {
        var steps = steps();
        var places = new BitSet(steps.size() + 1);
        reach(places, 0, steps);
        for (int i = 0; i < text.length() && !places.isEmpty(); i++) {
            places = after(text.charAt(i), places, steps);
        }
        return places.get(steps.size());
    }

    private enum Kind {
        CHARACTER,
        ANY_BUT_SLASH,
        STAR,
        STARS,
        /** In front of folders; {@link #IN_FOLDERS} follows. */
        FOLDERS,
        /** Within a folder's name; only its slash ends it, so that {@code **}{@code /B} is not {@code AB}. */
        IN_FOLDERS
    }

    private record Step(Kind kind, char character) {}

    private List<Step> steps() {
        var steps = new ArrayList<Step>(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean stars = pattern.startsWith("**", i);
            if (stars && pattern.startsWith("/", i + 2) && (i == 0 || pattern.charAt(i - 1) == '/')) {
                steps.add(new Step(Kind.FOLDERS, c));
                steps.add(new Step(Kind.IN_FOLDERS, c));
                i += 2;
            } else if (stars) {
                steps.add(new Step(Kind.STARS, c));
                i++;
            } else {
                steps.add(new Step(c == '*' ? Kind.STAR : c == '?' ? Kind.ANY_BUT_SLASH : Kind.CHARACTER, c));
            }
        }
        return steps;
    }

    private static BitSet after(char c, BitSet places, List<Step> steps) {
        var next = new BitSet(steps.size() + 1);
        for (int at = places.nextSetBit(0); at >= 0 && at < steps.size(); at = places.nextSetBit(at + 1)) {
            var step = steps.get(at);
            boolean slash = c == '/';
            switch (step.kind) {
                case CHARACTER -> reachIf(step.character == c, next, at + 1, steps);
                case ANY_BUT_SLASH -> reachIf(!slash, next, at + 1, steps);
                case STAR -> reachIf(!slash, next, at, steps);
                case STARS -> reach(next, at, steps);
                case IN_FOLDERS -> {
                    next.set(at);
                    reachIf(slash, next, at + 1, steps);
                }
                case FOLDERS -> {}
            }
        }
        return next;
    }

    private static void reachIf(boolean fits, BitSet places, int at, List<Step> steps) {
        if (fits) {
            reach(places, at, steps);
        }
    }

    /** Marks a place, and those behind it that need no further character. */
    private static void reach(BitSet places, int at, List<Step> steps) {
        int place = at;
        while (!places.get(place)) {
            places.set(place);
            var kind = place == steps.size() ? Kind.CHARACTER : steps.get(place).kind;
            if (kind == Kind.FOLDERS) {
                places.set(place + 1);
                place += 2;
            } else if (kind == Kind.STAR || kind == Kind.STARS) {
                place++;
            }
        }
    }
}
