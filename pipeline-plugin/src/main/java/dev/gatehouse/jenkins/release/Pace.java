package dev.gatehouse.jenkins.release;

import java.time.Duration;
import java.time.Instant;

/**
 * When a waiting gate is judged anew: at once when the ledger changed or its time is over, else once a minute, for
 * groups and the organisation's policy change without the ledger. In between nobody's directory is asked.
 */
final class Pace {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private String seen = "";
    private Instant last = Instant.MIN;

    /** @param stamp of the ledger: another one when it has changed */
    synchronized boolean isDue(String stamp, Instant ends, Instant now) {
        if (stamp.equals(seen) && now.isBefore(ends) && now.isBefore(last.plus(LONGEST))) {
            return false;
        }
        seen = stamp;
        last = now;
        return true;
    }
}
