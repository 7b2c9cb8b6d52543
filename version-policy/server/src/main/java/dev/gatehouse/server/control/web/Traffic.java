package dev.gatehouse.server.control.web;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** How many requests of people and programs were answered, with which class of status, and how long that took. */
public final class Traffic {
    private static final int CLASSES = 5;

    private final AtomicLongArray answered = new AtomicLongArray(CLASSES);
    private final LongAdder nanos = new LongAdder();

    void count(int status, long tookNanos) {
        answered.incrementAndGet(Math.min(Math.max(status / 100, 1), CLASSES) - 1);
        nanos.add(tookNanos);
    }

    /** In Prometheus' text format. */
    public String metrics() {
        var text = new StringBuilder("""
                # HELP gatehouse_requests_total Requests of people and programs, by class of status.
                # TYPE gatehouse_requests_total counter
                """);
        long all = 0;
        for (int i = 0; i < CLASSES; i++) {
            all += answered.get(i);
            text.append("gatehouse_requests_total{status=\"%dxx\"} %d%n".formatted(i + 1, answered.get(i)));
        }
        return text.append("""
                # HELP gatehouse_request_seconds How long they took.
                # TYPE gatehouse_request_seconds summary
                gatehouse_request_seconds_sum %.6f
                gatehouse_request_seconds_count %d
                """.formatted(nanos.sum() / 1e9, all)).toString();
    }
}
