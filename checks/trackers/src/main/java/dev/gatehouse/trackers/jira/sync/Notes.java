package dev.gatehouse.trackers.jira.sync;

/** Hears, in sentences, what was done to issues. */
@FunctionalInterface
public interface Notes {
    void note(String sentence);
}
