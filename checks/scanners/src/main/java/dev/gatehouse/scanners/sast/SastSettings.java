package dev.gatehouse.scanners.sast;

import java.time.Duration;

/**
 * How much a SAST run may use.
 *
 * @param processes engine processes at once, each with its own heap
 * @param heapMegabytes of each
 * @param limit for the whole run
 */
public record SastSettings(int processes, int heapMegabytes, Duration limit) {
    /**
     * Two processes analyse a third more modules a minute than one on two processors; with the SCA engine and the command
     * the tree stays below 1.2 GB. More would not. docs/speed.md has what was measured.
     */
    public static final SastSettings DEFAULT =
            new SastSettings(Math.min(2, Runtime.getRuntime().availableProcessors()), 512, Duration.ofMinutes(30));

    public SastSettings {
        if (processes < 1 || heapMegabytes < 1 || limit.isNegative()) {
            throw new IllegalArgumentException("a SAST run needs a process, memory and time");
        }
    }
}
