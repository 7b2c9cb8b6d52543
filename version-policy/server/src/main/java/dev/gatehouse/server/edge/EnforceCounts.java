package dev.gatehouse.server.edge;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;

/** How gateways were answered. */
final class EnforceCounts {
    private final AtomicLongArray numbers = new AtomicLongArray(Outcome.values().length);

    enum Outcome {
        ALLOWED,
        REFUSED,
        /** Would have been refused, if the edge did not only report. */
        REPORTED,
        /** Let through because nothing could be decided. */
        UNDECIDED,
        EXEMPT;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    void add(Outcome outcome) {
        numbers.incrementAndGet(outcome.ordinal());
    }

    long of(Outcome outcome) {
        return numbers.get(outcome.ordinal());
    }
}
