package dev.gatehouse.server.edge;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How gateways were answered. */
final class EnforceCounts {
    private final Map<Outcome, LongAdder> numbers = new EnumMap<>(Outcome.class);

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

    EnforceCounts() {
        for (var outcome : Outcome.values()) {
            numbers.put(outcome, new LongAdder());
        }
    }

    void add(Outcome outcome) {
        number(outcome).increment();
    }

    long of(Outcome outcome) {
        return number(outcome).sum();
    }

    private LongAdder number(Outcome outcome) {
        var number = numbers.get(outcome);
        if (number == null) {
            throw new IllegalStateException("no number for " + outcome);
        }
        return number;
    }
}
