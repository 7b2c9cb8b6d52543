package dev.gatehouse.scanners.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The cache as a person looks after it: how much there is, and away with it. */
public final class CacheFolder {
    private final CacheHome home;
    private final Clock clock;

    public CacheFolder(CacheHome home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /**
     * What is kept.
     *
     * @param bytes on disk
     * @param oldest last use of the entry that was not used for longest; none when there are no entries
     */
    public record Content(
            long entries, long bytes, @Nullable Instant oldest) {}

    public Content content() throws IOException {
        var entries = new Eviction(home.results(), clock).entries();
        return new Content(
                entries.size(),
                entries.stream().mapToLong(Eviction.Used::size).sum(),
                entries.stream().map(Eviction.Used::at).min(Instant::compareTo).orElse(null));
    }

    /**
     * Removes entries that were not used for some time, and with {@link Duration#ZERO} everything.
     *
     * @return what was removed
     */
    public Content clear(Duration unusedFor) throws IOException {
        var limit = clock.instant().minus(unusedFor);
        long count = 0;
        long bytes = 0;
        for (var entry : new Eviction(home.results(), clock).entries()) {
            if (unusedFor.isZero() || entry.at().isBefore(limit)) {
                Files.deleteIfExists(entry.file());
                count++;
                bytes += entry.size();
            }
        }
        if (unusedFor.isZero()) {
            Files.deleteIfExists(home.digests());
        }
        return new Content(count, bytes, null);
    }
}
