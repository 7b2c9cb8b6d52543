package dev.gatehouse.server.control.room;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.policy.version.ClientVersion;
import dev.gatehouse.server.control.vault.JsonDocument;
import dev.gatehouse.server.control.vault.Vault;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often clients of each version asked, day by day: counts of questions, and nothing about who asked. Kept for 90 days.
 */
public final class Adoption {
    private static final String PREFIX = "adoption-";
    private static final int DAYS = 90;

    private final Vault vault;

    /**
     * One day of one track.
     *
     * @param clients questions by version
     */
    public record Day(LocalDate date, Map<String, Long> clients) {
        public long all() {
            return clients.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * What a higher minimum would do, by the questions of the last seven days.
     *
     * @param out of the clients that asked, how many are below it
     */
    public record Effect(long out, long all, Map<String, Long> versions) {
        /** In percent of those that asked; 0 when nobody has. */
        public double percent() {
            return all == 0 ? 0 : 100.0 * out / all;
        }
    }

    public Adoption(Vault vault) {
        this.vault = vault;
    }

    /** Adds what was counted since the last time. */
    public void add(Track track, LocalDate day, Map<String, Long> counted) {
        if (counted.isEmpty()) {
            return;
        }
        document(PREFIX + day).change(before -> {
            var tracks = new TreeMap<>(before);
            var versions = new TreeMap<>(tracks.getOrDefault(track.toString(), Map.of()));
            counted.forEach((version, count) -> versions.merge(version, count, Long::sum));
            tracks.put(track.toString(), versions);
            return tracks;
        });
    }

    /** Forgets days that are too old. */
    public void forget(LocalDate today) {
        var first = PREFIX + today.minusDays(DAYS);
        vault.names(PREFIX).stream().filter(name -> name.compareTo(first) < 0).forEach(vault::delete);
    }

    /** The last days of a track, oldest first; days on which nobody asked are left out. */
    public List<Day> days(Track track, LocalDate today, int count) {
        var first = PREFIX + today.minusDays(count - 1L);
        return vault.names(PREFIX).stream()
                .filter(name -> name.compareTo(first) >= 0)
                .map(name -> new Day(
                        LocalDate.parse(name.substring(PREFIX.length())),
                        new TreeMap<>(document(name).read().getOrDefault(track.toString(), Map.of()))))
                .filter(day -> !day.clients().isEmpty())
                .toList();
    }

    /** What moving the minimum to {@code version} would do. */
    public Effect effect(Track track, ClientVersion version, LocalDate today) {
        var all = new TreeMap<String, Long>();
        days(track, today, 7)
                .forEach(day -> day.clients().forEach((known, count) -> all.merge(known, count, Long::sum)));
        var below = new TreeMap<String, Long>();
        all.forEach((known, count) -> ClientVersion.find(known)
                .filter(other -> other.compareTo(version) < 0)
                .ifPresent(other -> below.put(known, count)));
        return new Effect(sum(below), sum(all), below);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Of one day: questions by track and version. */
    private JsonDocument<Map<String, Map<String, Long>>> document(String name) {
        return new JsonDocument<>(vault, name, new TypeReference<Map<String, Map<String, Long>>>() {}, Map.of());
    }
}
