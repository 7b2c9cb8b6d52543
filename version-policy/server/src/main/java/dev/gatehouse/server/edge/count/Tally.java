package dev.gatehouse.server.edge.count;

import dev.gatehouse.policy.edge.document.Status;
import dev.gatehouse.policy.version.ClientVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The clients of one app, platform and channel. Only versions that a signed document has named have a count of their
 * own: what else strangers claim to be falls into one bucket, so that nobody can fill the memory with names.
 */
public final class Tally {
    /** The bucket of every version that no document has named. */
    public static final String OTHER = "other";

    private static final int MOST_VERSIONS = 512;
    private static final Status[] STATUSES = Status.values();
    private static final Via[] DOORS = Via.values();

    private final Map<String, AtomicLongArray> byVersion = new ConcurrentHashMap<>();
    private final AtomicLongArray other = empty();

    /** One number of the statistics. */
    public record Count(String version, Status status, Via via, long clients) {}

    /** From now on these versions have counts of their own; they keep them when a later document drops them. */
    public void know(Collection<String> versions) {
        for (var version : versions) {
            if (byVersion.size() < MOST_VERSIONS) {
                byVersion.putIfAbsent(version, empty());
            }
        }
    }

    public void count(ClientVersion version, Status status, Via via) {
        byVersion.getOrDefault(version.toString(), other).incrementAndGet(index(status, via));
    }

    /** Every number that is not zero. */
    public List<Count> counts() {
        var counts = new ArrayList<Count>();
        byVersion.forEach((version, numbers) -> add(counts, version, numbers));
        add(counts, OTHER, other);
        return counts;
    }

    private static void add(List<Count> counts, String version, AtomicLongArray numbers) {
        for (var status : STATUSES) {
            for (var via : DOORS) {
                long clients = numbers.get(index(status, via));
                if (clients > 0) {
                    counts.add(new Count(version, status, via, clients));
                }
            }
        }
    }

    /** Places in an array that lives as long as the process, and is never stored. */
    @SuppressWarnings("EnumOrdinal")
    private static int index(Status status, Via via) {
        return status.ordinal() * DOORS.length + via.ordinal();
    }

    private static AtomicLongArray empty() {
        return new AtomicLongArray(STATUSES.length * DOORS.length);
    }
}
