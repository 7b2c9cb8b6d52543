package dev.gatehouse.policy.release;

import dev.gatehouse.policy.support.SupportEvents;
import java.util.Set;

/** Every type of entry that this build writes. A ledger with all of them is kept as test data for each payload version. */
final class EntryTypes {
    static final Set<String> ALL = Set.of(
            ReleaseState.PROPOSED,
            ReleaseState.APPROVED,
            ReleaseState.REJECTED,
            ReleaseState.ROLLBACK_PROPOSED,
            ReleaseState.ROLLBACK_APPROVED,
            SupportEvents.PUBLISHED,
            SupportEvents.RETIRED,
            SupportEvents.BLOCKED,
            SupportEvents.MINIMUM_RAISED,
            SupportEvents.MINIMUM_ROLLED_BACK,
            DocumentIssue.TYPE);

    private EntryTypes() {}

    /** A type that is not listed cannot be written, so that it cannot be forgotten here. */
    static String listed(String type) {
        if (!ALL.contains(type)) {
            throw new IllegalStateException(type + " is not listed in EntryTypes");
        }
        return type;
    }
}
