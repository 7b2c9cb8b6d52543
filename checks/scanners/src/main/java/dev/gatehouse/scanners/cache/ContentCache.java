package dev.gatehouse.scanners.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps bytes by the digest of what they were made from, one file an entry. Any number of threads and processes may
 * share a directory: entries appear whole by a rename, and nothing is ever locked. What cannot be read or written is
 * as if it were not there: a cache never fails a scan, it says in {@link #notes} why it did not help.
 */
public final class ContentCache {
    /** Files of this age at least are marked as used; younger ones are young enough not to be evicted. */
    private static final Duration TOUCH_AFTER = Duration.ofMinutes(10);

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    private final @Nullable Path directory;
    private final Clock clock;
    private final AtomicBoolean writable = new AtomicBoolean(true);
    private final ConcurrentLinkedQueue<String> notes = new ConcurrentLinkedQueue<>();
    private final AtomicLong hits = new AtomicLong();
    private final AtomicLong misses = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    /**
     * What one process got from the cache.
     *
     * @param dropped entries that were damaged, and removed
     */
    public record Statistics(long hits, long misses, long dropped) {}

    public ContentCache(Path directory, Clock clock) {
        this(directory, clock, true);
    }

    private ContentCache(@Nullable Path directory, Clock clock, boolean writable) {
        this.directory = directory;
        this.clock = clock;
        this.writable.set(writable);
    }

    /** Keeps nothing. */
    public static ContentCache off() {
        return new ContentCache(null, Clock.systemUTC(), false);
    }

    /**
     * The entry of a key, if there is an undamaged one.
     *
     * @param key SHA-256 in lower-case hexadecimal
     */
    public Optional<byte[]> get(String key) {
        if (directory == null) {
            return Optional.empty();
        }
        var file = file(directory, key);
        try {
            var content = Entry.decode(Files.readAllBytes(file));
            touch(file);
            hits.incrementAndGet();
            return Optional.of(content);
        } catch (Entry.Damaged e) {
            dropped.incrementAndGet();
            drop(file);
        } catch (NoSuchFileException e) {
            // the usual miss
        } catch (IOException e) {
            note("The cache %s cannot be read (%s); it was left out.".formatted(directory, e));
        }
        misses.incrementAndGet();
        return Optional.empty();
    }

    /** Keeps an entry; one that is there already is replaced. */
    public void put(String key, byte[] content) {
        if (directory == null || !writable.get()) {
            return;
        }
        var file = file(directory, key);
        try {
            Files.createDirectories(file.getParent());
            WholeFile.write(file, Entry.encode(content));
        } catch (IOException e) {
            writable.set(false);
            note("The cache %s cannot be written (%s); results were not kept.".formatted(directory, e));
        }
    }

    private static Path file(Path directory, String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("a key is a SHA-256, not '%s'".formatted(key));
        }
        return directory.resolve(key.substring(0, 2)).resolve(key.substring(2));
    }

    private void touch(Path file) {
        try {
            var now = clock.instant();
            if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(TOUCH_AFTER))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        } catch (IOException e) {
            // read-only, or evicted meanwhile: the content is in hand, only its age is not
            writable.compareAndSet(true, Files.isWritable(file.getParent()));
        }
    }

    private void drop(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            note("A damaged entry of the cache could not be removed (%s).".formatted(e));
        }
    }

    private void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    /** Sentences on why the cache could not help; empty when all is well. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    public Statistics statistics() {
        return new Statistics(hits.get(), misses.get(), dropped.get());
    }

    /** Removes what was not used for longest until at most {@code maxBytes} are left. Not more often than it is worth. */
    public void trim(long maxBytes) {
        if (directory != null && writable.get()) {
            try {
                new Eviction(directory, clock).trimWhenDue(maxBytes);
            } catch (IOException e) {
                note("The cache %s could not be tidied (%s).".formatted(directory, e));
            }
        }
    }
}
