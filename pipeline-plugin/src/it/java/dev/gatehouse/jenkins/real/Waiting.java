package dev.gatehouse.jenkins.real;

import java.io.IOException;
import java.time.Duration;

/** For what happens in its own time. */
final class Waiting {
    private Waiting() {}

    /** What may be true later. */
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    static void until(String what, Duration longest, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited %d seconds in vain until %s".formatted(longest.toSeconds(), what));
            }
            Thread.sleep(200);
        }
    }
}
