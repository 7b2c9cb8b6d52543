package dev.gatehouse.scanners.vulndb;

import dev.gatehouse.engine.protocol.sca.DatabaseAddress;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A database in use. In a directory a file of its own, locked through the operating system, says so until {@link #close}
 * or the end of the process, however that ends; on a server a session does: there are no stale leases.
 */
public final class Lease implements AutoCloseable {
    private final DatabaseInfo info;
    private final DatabaseAddress address;
    private final Closeable mark;

    /** @param mark what says that the database is in use, until it is closed */
    Lease(DatabaseInfo info, DatabaseAddress address, Closeable mark) {
        this.info = info;
        this.address = address;
        this.mark = mark;
    }

    /** Marks the database as used. Where nothing can be written, nothing can be removed either, and no mark is made. */
    static Lease on(DatabaseFolders folders, DatabaseInfo info) throws IOException {
        var address = DatabaseAddress.in(folders.database(info.digest()));
        if (!Files.isWritable(folders.root())) {
            return new Lease(info, address, () -> {});
        }
        var directory = Files.createDirectories(folders.leases(info.digest()));
        var file = Files.createTempFile(directory, ProcessHandle.current().pid() + "-", ".lease");
        var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        channel.lock();
        return new Lease(info, address, () -> {
            Files.deleteIfExists(file);
            channel.close();
        });
    }

    public DatabaseInfo info() {
        return info;
    }

    public DatabaseAddress address() {
        return address;
    }

    /** Whether any process uses the database. Marks that processes left behind are removed. */
    static boolean anyOn(DatabaseFolders folders, String digest) throws IOException {
        var directory = folders.leases(digest);
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                if (held(file)) {
                    return true;
                }
                Files.deleteIfExists(file);
            }
        }
        return false;
    }

    private static boolean held(Path file) throws IOException {
        // probing a lock of our own process would release it: POSIX locks belong to the process
        var own =
                file.getFileName().toString().startsWith(ProcessHandle.current().pid() + "-");
        if (own) {
            return true;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        mark.close();
    }
}
