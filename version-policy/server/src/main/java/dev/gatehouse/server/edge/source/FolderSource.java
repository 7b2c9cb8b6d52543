package dev.gatehouse.server.edge.source;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.server.edge.store.Documents;
import dev.gatehouse.server.edge.store.Outcome;
import dev.gatehouse.server.log.EventLog;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The documents in a folder. The operating system tells what changes; a slow look at everything catches what it does
 * not tell (network file systems, an overflow). A file that is gone is still served: a document is taken back by a newer
 * one, never by its absence.
 */
public final class FolderSource implements DocumentSource {
    private static final long LARGEST = 1 << 20;
    private static final int DEPTH = 3;
    /** A writer that does not replace the file in one step gets this long before its file counts as bad. */
    private static final Duration SETTLE = Duration.ofMillis(250);

    private final Path folder;
    private final Duration lookEvery;
    private final EventLog log;
    private final Map<Path, Seen> seen = new HashMap<>();
    private final Map<String, Boolean> told = new ConcurrentHashMap<>();
    private volatile boolean closed;
    private Thread thread = new Thread();

    /** @param taken whether the store had no objection */
    private record Seen(FileTime modified, long size, boolean taken) {}

    /** Throws {@link BadInput} when {@code folder} is none. */
    public FolderSource(Path folder, Duration lookEvery, EventLog log) {
        if (!Files.isDirectory(folder)) {
            throw new BadInput(
                    "%s: is no folder; name one that 'gatehouse versions export --to' has written".formatted(folder));
        }
        this.folder = folder.toAbsolutePath().normalize();
        this.lookEvery = lookEvery;
        this.log = log;
    }

    @Override
    public void start(Documents documents) {
        look(documents);
        thread = new Thread(() -> follow(documents), "gatehouse-folder");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void follow(Documents documents) {
        try (var watch = new FolderWatch(folder)) {
            long nextLook = System.nanoTime();
            while (!closed) {
                long left = nextLook - System.nanoTime();
                if (left <= 0 || watch.hasMissed()) {
                    watch.all();
                    look(documents);
                    // a folder that cannot be watched is looked at more often
                    var pause = watch.isWhole() ? lookEvery : Duration.ofSeconds(2);
                    nextLook = System.nanoTime() + pause.toNanos();
                    continue;
                }
                for (var file : watch.changed(left, TimeUnit.NANOSECONDS)) {
                    read(documents, file, true);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.alarm("folder.not-watched", Map.of("folder", name(), "detail", String.valueOf(e.getMessage())));
        }
    }

    private void look(Documents documents) {
        try (var files = Files.walk(folder, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> read(documents, file, false));
            told.remove(name());
        } catch (IOException | java.io.UncheckedIOException e) {
            tell(name(), "folder.unreadable", String.valueOf(e.getMessage()));
        }
    }

    /** Reads a file that has changed since it was last taken. */
    private void read(Documents documents, Path file, boolean maybeHalf) {
        var place = DocumentFile.track(folder, file);
        if (place.isEmpty() || closed) {
            return;
        }
        try {
            var now = new Seen(Files.getLastModifiedTime(file), Files.size(file), true);
            if (now.equals(seen.get(file)) && !maybeHalf) {
                return;
            }
            if (now.size() > LARGEST) {
                tell(file.toString(), "document.too-large", now.size() + " bytes");
                return;
            }
            if (maybeHalf && isHalf(file, now)) {
                return;
            }
            var outcome = documents.offer(place.get(), Files.readAllBytes(file), file.toString());
            seen.put(file, new Seen(now.modified(), now.size(), outcome != Outcome.REFUSED));
            told.remove(file.toString());
        } catch (NoSuchFileException gone) {
            if (seen.remove(file) != null) {
                tell(file.toString(), "document.file-gone", "the last good one is still served");
            }
        } catch (IOException e) {
            tell(file.toString(), "document.unreadable", String.valueOf(e.getMessage()));
        }
    }

    /** Whether a file is still being written: it does not end a JSON object, and grows while one waits. */
    private static boolean isHalf(Path file, Seen before) throws IOException {
        var bytes = Files.readAllBytes(file);
        boolean ends = new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                .strip()
                .endsWith("}");
        if (ends) {
            return false;
        }
        try {
            Thread.sleep(SETTLE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
        // more is to come, and another event with it
        return Files.size(file) != before.size()
                || !Files.getLastModifiedTime(file).equals(before.modified());
    }

    private void tell(String about, String event, String detail) {
        if (told.putIfAbsent(about, true) == null) {
            log.alarm(event, Map.of("from", about, "detail", detail));
        }
    }
}
