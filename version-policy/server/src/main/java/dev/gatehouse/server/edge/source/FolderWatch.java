package dev.gatehouse.server.edge.source;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What the operating system says about a folder and the two levels of folders below it. */
final class FolderWatch implements AutoCloseable {
    private static final int FOLDER_DEPTH = 2;

    private final Path root;
    private final WatchService service;
    private final Map<Path, WatchKey> watched = new HashMap<>();
    private boolean missed;
    private boolean whole = true;

    FolderWatch(Path root) throws IOException {
        this.root = root;
        this.service = root.getFileSystem().newWatchService();
    }

    /** Watches every folder that is there now. */
    void all() {
        missed = false;
        whole = true;
        try (var folders = Files.walk(root, FOLDER_DEPTH)) {
            folders.filter(Files::isDirectory).forEach(this::watch);
        } catch (IOException | java.io.UncheckedIOException e) {
            whole = false;
        }
    }

    /** Whether something was not told, so that everything has to be looked at. */
    boolean hasMissed() {
        return missed;
    }

    /** Whether every folder is watched. */
    boolean isWhole() {
        return whole;
    }

    /** Waits for changes and returns the files that they are about. */
    Set<Path> changed(long wait, TimeUnit unit) throws InterruptedException {
        var files = new LinkedHashSet<Path>();
        try {
            var key = service.poll(wait, unit);
            while (key != null) {
                take(key, files);
                key = service.poll();
            }
        } catch (ClosedWatchServiceException closed) {
            missed = true;
        }
        return files;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }

    private void take(WatchKey key, Set<Path> files) {
        var folder = (Path) key.watchable();
        for (var event : key.pollEvents()) {
            if (event.context() instanceof Path name) {
                var path = folder.resolve(name);
                boolean isNewFolder = event.kind() == StandardWatchEventKinds.ENTRY_CREATE && Files.isDirectory(path);
                // files may be in it that nobody will tell of
                missed |= isNewFolder;
                files.add(path);
            } else {
                missed = true;
            }
        }
        if (!key.reset()) {
            watched.remove(folder);
        }
    }

    private void watch(Path folder) {
        if (watched.containsKey(folder)) {
            return;
        }
        try {
            watched.put(
                    folder,
                    folder.register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE));
        } catch (IOException e) {
            // usually the system's limit on watches
            whole = false;
        }
    }
}
