package dev.gatehouse.findings.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody may have meant. */
public final class Nearest {
    private static final int LONGEST_NAME = 50;

    private Nearest() {}

    /** The known name with the fewest mistakes, unless they are more than a third of its letters. */
    public static Optional<String> of(String name, Collection<String> known) {
        return name.length() > LONGEST_NAME
                ? Optional.empty()
                : known.stream()
                        .filter(candidate -> distance(name, candidate) <= Math.max(1, candidate.length() / 3))
                        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
    }

    /** Levenshtein distance in which two neighbours that changed places are one mistake, as fingers make it. */
    private static int distance(String a, String b) {
        var steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int replaced = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                steps[i][j] = Math.min(replaced, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[a.length()][b.length()];
    }
}
