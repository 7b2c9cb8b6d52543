package dev.gatehouse.server.control.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who has failed to sign in, by name and by address. After five failures in a row the wait doubles from one minute to one
 * hour. In memory only, and bounded.
 */
public final class Lockouts {
    private static final int FREE = 5;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration FORGET = Duration.ofHours(2);
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    private record Failures(int count, Instant last, Instant until) {}

    public Lockouts(InstantSource clock) {
        this.clock = clock;
    }

    /** How long that name or address must still wait; zero when it need not. */
    public synchronized Duration wait(String who) {
        var found = failures.get(who);
        var now = clock.instant();
        return found == null || !found.until.isAfter(now) ? Duration.ZERO : Duration.between(now, found.until);
    }

    /**
     * Notes a failure.
     *
     * @param free failures that cost nothing, times five: an address may be shared by many people
     * @return how many there were in a row
     */
    public synchronized int fail(String who, int free) {
        var now = clock.instant();
        var before = failures.remove(who);
        int count = before == null || before.last.plus(FORGET).isBefore(now) ? 1 : before.count + 1;
        int over = count - FREE * free;
        var pause = over < 0 ? Duration.ZERO : FIRST.multipliedBy(1L << Math.min(over, 6));
        failures.put(who, new Failures(count, now, now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause)));
        if (failures.size() > MOST) {
            failures.remove(failures.keySet().iterator().next());
        }
        return count;
    }

    public synchronized void succeed(String who) {
        failures.remove(who);
    }
}
