package dev.gatehouse.cli.progress;

import dev.gatehouse.findings.text.VisibleText;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Plain lines for logs: one when a task starts or ends, and one every ten seconds in between. */
final class Lines implements ProgressDisplay {
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final PrintStream messages;
    private final Clock clock;
    private final Map<String, Instant> told = new HashMap<>();

    Lines(PrintStream messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public synchronized void at(String task, String doing, long done, long total) {
        var now = clock.instant();
        var last = told.get(task);
        var finished = total > 0 && done == total;
        if (last == null || finished || Duration.between(last, now).compareTo(BETWEEN) >= 0) {
            told.put(task, now);
            messages.println(
                    total > 0
                            ? "%s: %s (%d of %d)".formatted(task, VisibleText.exact(doing), done, total)
                            : "%s: %s".formatted(task, VisibleText.exact(doing)));
        }
    }

    @Override
    public void close() {}
}
