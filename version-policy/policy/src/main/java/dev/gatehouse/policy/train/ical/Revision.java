package dev.gatehouse.policy.train.ical;

/**
 * An event as it was written.
 *
 * @param sequence 0 at first, one more with every change (RFC 5545 3.8.7.4)
 * @param stamp when this revision was made, as {@code 20261123T221500Z}
 * @param digest of the event when it was written
 */
record Revision(Event event, int sequence, String stamp, String digest) {

    static Revision first(Event event, String stamp) {
        return new Revision(event, 0, stamp, event.digest());
    }

    /** This revision when the event is the same, else the next one. */
    Revision update(Event now, String nowStamp) {
        return now.digest().equals(digest) ? this : new Revision(now, sequence + 1, nowStamp, now.digest());
    }
}
