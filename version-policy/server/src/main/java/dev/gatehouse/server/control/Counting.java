package dev.gatehouse.server.control;

import dev.gatehouse.policy.support.Track;
import dev.gatehouse.server.control.room.Adoption;
import dev.gatehouse.server.edge.count.Tally;
import dev.gatehouse.server.edge.store.Documents;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Moves what the edge has counted into the days of {@link Adoption}. */
final class Counting {
    private final Documents documents;
    private final Adoption adoption;
    private final Clock clock;
    private final Map<Track, Map<String, Long>> stored = new HashMap<>();

    Counting(Documents documents, Adoption adoption, Clock clock) {
        this.documents = documents;
        this.adoption = adoption;
        this.clock = clock;
    }

    /** Adds what was counted since the last time. */
    synchronized void store() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var held : documents.all()) {
            var track = held.document().track();
            var now = new HashMap<String, Long>();
            held.tally().counts().stream()
                    .filter(count -> !count.version().equals(Tally.OTHER))
                    .forEach(count -> now.merge(count.version(), count.clients(), Long::sum));
            var before = stored.getOrDefault(track, Map.of());
            var added = new HashMap<String, Long>();
            now.forEach((version, count) -> {
                long more = count - before.getOrDefault(version, 0L);
                if (more > 0) {
                    added.put(version, more);
                }
            });
            adoption.add(track, today, added);
            stored.put(track, now);
        }
        adoption.forget(today);
    }
}
