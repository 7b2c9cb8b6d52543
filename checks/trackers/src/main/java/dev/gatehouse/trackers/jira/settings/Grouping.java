package dev.gatehouse.trackers.jira.settings;

import java.util.Locale;

/** Which findings share an issue. */
public enum Grouping {
    /** Each has its own. */
    FINDING,
    /** Those of one rule in one module. */
    RULE,
    /** Those in one library, whatever its version. Findings in code have their own. */
    DEPENDENCY,
    /** Those with one advisory, whatever the library. Findings in code have their own. */
    ADVISORY;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
