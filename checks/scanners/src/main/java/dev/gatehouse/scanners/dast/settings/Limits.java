package dev.gatehouse.scanners.dast.settings;

import java.time.Duration;

/**
 * Where a scan stops by itself.
 *
 * @param whole for everything between the start of the application and the last alert
 * @param spider for finding addresses
 * @param rule for one rule
 * @param addresses that the spider may find
 * @param answer for one answer of the application
 */
public record Limits(Duration whole, Duration spider, Duration rule, int addresses, Duration answer) {
    public static final Limits FULL = new Limits(
            Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofMinutes(5), 2000, Duration.ofSeconds(20));
    public static final Limits QUICK = new Limits(
            Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofMinutes(1), 300, Duration.ofSeconds(10));

    static Limits of(Mode mode) {
        return mode == Mode.FULL ? FULL : QUICK;
    }
}
