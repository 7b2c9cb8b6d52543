package dev.gatehouse.scanners.vulndb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process make a database while others wait for it. Held through the operating system, so it ends with its
 * process. It only saves work: two that make the same database at once do each other no harm.
 */
final class BuildLock implements AutoCloseable {
    private static final long PAUSE_MILLIS = 200;

    private final FileChannel channel;
    private final @Nullable FileLock lock;

    private BuildLock(FileChannel channel, @Nullable FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Waits until it is our turn, somebody else is done, or the time is up; in each case the caller goes on. */
    static BuildLock acquire(Path file, Duration most, BooleanSupplier done) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var deadline = System.nanoTime() + most.toNanos();
        while (true) {
            var lock = tryLock(channel);
            if (lock != null || done.getAsBoolean() || System.nanoTime() > deadline) {
                return new BuildLock(channel, lock);
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new BuildLock(channel, null);
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    boolean held() {
        return lock != null;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
