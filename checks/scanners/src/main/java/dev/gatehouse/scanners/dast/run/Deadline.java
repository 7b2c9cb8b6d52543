package dev.gatehouse.scanners.dast.run;

import dev.gatehouse.scanners.dast.zap.ZapException;
import java.time.Duration;

/** The end of the time that a scan has. */
final class Deadline {
    private final long end;

    Deadline(Duration from) {
        this.end = System.nanoTime() + from.toNanos();
    }

    boolean over() {
        return left().isZero();
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** The time left, but not more than {@code limit}. */
    Deadline within(Duration limit) {
        return new Deadline(limit.compareTo(left()) < 0 ? limit : left());
    }

    /** As {@code 3 min 20 s}. */
    String inWords() {
        long seconds = left().toSeconds();
        return seconds >= 60 ? "%d min %d s".formatted(seconds / 60, seconds % 60) : seconds + " s";
    }

    static void pause(int millis) throws ZapException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ZapException(ZapException.Kind.GONE, "", "the scan was interrupted");
        }
    }
}
