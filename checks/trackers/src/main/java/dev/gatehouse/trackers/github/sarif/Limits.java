package dev.gatehouse.trackers.github.sarif;

/**
 * What GitHub's code scanning takes in one upload, as published on "SARIF results exceed one or more limits". What is
 * above the first three is refused; what is above the others is dropped by rules of its own, so we drop it ourselves.
 *
 * @param runs in a file
 * @param zippedBytes of a file after gzip
 * @param tags of a rule
 * @param results of a run that are kept (25,000 are taken)
 * @param steps of a result's way through the code that are kept (10,000 are taken)
 */
public record Limits(int runs, long zippedBytes, int tags, int results, int steps) {
    public static final Limits PUBLISHED = new Limits(20, 10_000_000, 20, 5_000, 1_000);
}
