package dev.gatehouse.server.edge.count;

import dev.gatehouse.policy.edge.document.Status;
import dev.gatehouse.server.log.EventLog;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Notices when suddenly many clients of a track are told to update: a minimum that was moved by mistake, or a document that
 * is wrong. Looks once a minute; alarms when a minute had a hundred such answers and five times as many as the minutes of
 * the hour before on average, and then not again for an hour. What is usual is not known for the first ten minutes.
 */
public final class Bursts {
    private static final int MINUTES = 60;
    private static final int LEAST = 100;
    private static final int TIMES = 5;
    private static final int LEAST_SEEN = 10;
    private static final Set<Status> REFUSED = Set.of(Status.UPDATE_REQUIRED, Status.BLOCKED);

    private final EventLog log;
    private final Map<String, Track> tracks = new HashMap<>();

    private static final class Track {
        private final long[] minutes = new long[MINUTES];
        private long last;
        private int next;
        private int seen;
        private int quiet;
    }

    public Bursts(EventLog log) {
        this.log = log;
    }

    /** Takes what a track has counted since its start; called once a minute for each track. */
    public synchronized void look(String track, Tally tally) {
        long refused = tally.counts().stream()
                .filter(count -> REFUSED.contains(count.status()))
                .mapToLong(Tally.Count::clients)
                .sum();
        var known = tracks.computeIfAbsent(track, unused -> new Track());
        long now = refused - known.last;
        known.last = refused;
        long usual = known.seen == 0 ? 0 : sum(known.minutes) / known.seen;
        known.minutes[known.next] = now;
        known.next = (known.next + 1) % MINUTES;
        known.quiet = Math.max(0, known.quiet - 1);
        boolean isKnown = known.seen >= LEAST_SEEN;
        known.seen = Math.min(known.seen + 1, MINUTES);
        if (isKnown && now >= LEAST && now >= TIMES * usual && known.quiet == 0) {
            known.quiet = MINUTES;
            log.alarm(
                    "clients.locked-out",
                    Map.of("track", track, "lastMinute", String.valueOf(now), "usual", String.valueOf(usual)));
        }
    }

    private static long sum(long[] minutes) {
        long sum = 0;
        for (long minute : minutes) {
            sum += minute;
        }
        return sum;
    }
}
