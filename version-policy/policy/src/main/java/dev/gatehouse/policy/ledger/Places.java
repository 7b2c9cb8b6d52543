package dev.gatehouse.policy.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Where in the file the last heads that were seen end, so that whoever knows one of them reads on from there. */
final class Places {
    private static final int MOST = 64;

    private final Map<Head, Long> ends = new LinkedHashMap<>();

    Places() {
        ends.put(Head.START, 0L);
    }

    /** The oldest is forgotten; its owner then reads from the beginning, which is slower and no less right. */
    void add(Head head, long end) {
        ends.remove(head);
        ends.put(head, end);
        if (ends.size() > MOST) {
            ends.remove(ends.keySet().iterator().next());
        }
    }

    OptionalLong of(Head head) {
        var end = ends.get(head);
        return end == null ? OptionalLong.empty() : OptionalLong.of(end);
    }
}
