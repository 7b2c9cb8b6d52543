package dev.gatehouse.scanners.vulndb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A directory in which a database is being made, with an empty {@code feed} folder in it. A lock beside it tells that
 * somebody is at work; what killed processes left is removed when the next one starts.
 */
final class Staging implements AutoCloseable {
    private static final String LOCK = ".lock";

    private final Path directory;
    private final Path lockFile;
    private final FileChannel lock;

    private Staging(Path directory, Path lockFile, FileChannel lock) {
        this.directory = directory;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    static Staging open(DatabaseFolders folders) throws IOException {
        var all = Files.createDirectories(folders.staging());
        sweep(all);
        var lockFile = Files.createTempFile(all, ProcessHandle.current().pid() + "-", LOCK);
        var lock = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        lock.lock();
        var name = lockFile.getFileName().toString();
        var directory = all.resolve(name.substring(0, name.length() - LOCK.length()));
        Files.createDirectories(directory.resolve("feed"));
        return new Staging(directory, lockFile, lock);
    }

    Path directory() {
        return directory;
    }

    Path feed() {
        return directory.resolve("feed");
    }

    /** Where something that stands in the way is moved to; removed at the end. */
    Path trash() {
        return Path.of(directory + ".trash");
    }

    private static void sweep(Path all) throws IOException {
        try (var files = Files.list(all)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                var own = name.startsWith(ProcessHandle.current().pid() + "-");
                if (name.endsWith(LOCK) && !own && abandoned(file)) {
                    var stem = name.substring(0, name.length() - LOCK.length());
                    DatabaseFolders.delete(all.resolve(stem));
                    DatabaseFolders.delete(all.resolve(stem + ".trash"));
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean abandoned(Path lockFile) throws IOException {
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (NoSuchFileException e) {
            // its owner is just done with it
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        DatabaseFolders.delete(directory);
        DatabaseFolders.delete(trash());
        Files.deleteIfExists(lockFile);
        lock.close();
    }
}
