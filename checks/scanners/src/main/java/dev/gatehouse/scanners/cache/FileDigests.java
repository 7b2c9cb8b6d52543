package dev.gatehouse.scanners.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * SHA-256 of files, remembered from scan to scan for as long as a file's size, times and inode stay the same.
 *
 * <p>Sound against edits that leave no trace in the times: what was changed so shortly before it was read that a second
 * change could carry the same time is not remembered (git calls such entries racily clean). Small files are always
 * read. Safe for many threads and, by whole-file replacement, for many processes.
 */
public final class FileDigests {
    /** Below this, reading costs about as much as remembering; few class files are that small. */
    private static final long SMALL = 1 << 10;

    /** No file system in use has coarser times than FAT's 2 s. */
    private static final Duration RACY = Duration.ofSeconds(2);

    private final Path memory;
    private final Clock clock;
    private final Map<String, Remembered> known;
    private final Map<String, Remembered> fresh = new ConcurrentHashMap<>();

    /** A digest and the state in which the file had it. */
    record Remembered(FileState state, String sha256) {}

    private FileDigests(Path memory, Clock clock, Map<String, Remembered> known) {
        this.memory = memory;
        this.clock = clock;
        this.known = new ConcurrentHashMap<>(known);
    }

    /** Reads what was remembered; a damaged memory is none. */
    public static FileDigests load(Path memory, Clock clock) {
        return new FileDigests(memory, clock, DigestMemory.read(memory));
    }

    /** Remembers nothing from before and keeps nothing. */
    public static FileDigests forgetful(Clock clock) {
        return new FileDigests(Path.of(""), clock, Map.of());
    }

    /** The digest of a file's content, lower-case hexadecimal. */
    public String sha256(Path file) throws IOException {
        var path = file.toAbsolutePath().normalize().toString();
        var before = FileState.of(file);
        var remembered = known.get(path);
        if (remembered != null && remembered.state().equals(before)) {
            return remembered.sha256();
        }
        var started = clock.instant();
        var sha256 = Sha256.ofFile(file);
        if (before.size() >= SMALL
                && before.latest().isBefore(started.minus(RACY))
                && FileState.of(file).equals(before)) {
            known.put(path, new Remembered(before, sha256));
            fresh.put(path, new Remembered(before, sha256));
        }
        return sha256;
    }

    /** Keeps what is new for the next scan; what another process kept meanwhile stays. */
    public void save() {
        if (fresh.isEmpty() || memory.toString().isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(memory.toAbsolutePath().getParent());
            DigestMemory.write(memory, fresh);
        } catch (IOException e) {
            // on a full or read-only disk nothing is kept, and the next scan reads the files again
            fresh.clear();
        }
    }
}
