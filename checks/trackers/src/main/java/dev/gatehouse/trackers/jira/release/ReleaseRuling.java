package dev.gatehouse.trackers.jira.release;

/**
 * What one rule says of a release.
 *
 * @param rule {@code issues-done} or {@code commits-named}
 * @param reason a sentence, also when the rule is kept
 */
public record ReleaseRuling(String rule, boolean kept, String reason) {}
