package dev.gatehouse.policy.train.ical;

import dev.gatehouse.findings.config.Sha256;
import java.time.LocalDate;

/**
 * What a calendar shows for whole days.
 *
 * @param uid the same for the same window or freeze in every export
 * @param to the last day
 * @param cancelled whether it was planned and does not happen
 */
record Event(String uid, LocalDate from, LocalDate to, String summary, String description, boolean cancelled) {

    /** Over everything that a reader sees; a new digest is a new revision. */
    String digest() {
        return Sha256.of(uid, from.toString(), to.toString(), summary, description, Boolean.toString(cancelled));
    }

    Event cancel() {
        return new Event(uid, from, to, summary, description, true);
    }
}
