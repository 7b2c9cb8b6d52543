package dev.gatehouse.cli.scan;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/**
 * A folder for what one scan writes while it runs: unpacked archives, the engines' temporary files. It goes with the
 * scan; that of a killed scan goes with the next one. Which are in use is told by an operating system lock, which no
 * kill leaves behind.
 */
final class WorkFolder implements AutoCloseable {
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel lock;

    private WorkFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Makes a folder under {@code parent} and removes those that nobody uses any more. */
    static WorkFolder in(Path parent) throws IOException {
        Files.createDirectories(parent);
        sweep(parent);
        var folder = Files.createTempDirectory(parent, "scan-");
        var lock = open(folder);
        lock.lock();
        return new WorkFolder(folder, lock);
    }

    Path path() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        remove(folder);
        lock.close();
    }

    private static void sweep(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, "scan-*")) {
            for (var folder : folders) {
                removeIfLeft(folder);
            }
        }
    }

    private static void removeIfLeft(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(LOCK))) {
            return; // just being made by another scan
        }
        try (var channel = open(folder);
                var held = channel.tryLock()) {
            if (held != null) {
                remove(folder);
            }
        } catch (OverlappingFileLockException e) {
            return; // in use by another scan of this process
        }
    }

    private static FileChannel open(Path folder) throws IOException {
        return FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
