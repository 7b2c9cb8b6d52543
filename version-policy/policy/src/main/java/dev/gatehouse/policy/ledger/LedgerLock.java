package dev.gatehouse.policy.ledger;

import dev.gatehouse.findings.BadInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other processes from appending, with a lock of the operating system on a file beside the ledger, so that a
 * killed process leaves no lock behind. A file of its own, because closing any channel to a file gives up the locks
 * that the process holds on it.
 */
final class LedgerLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final FileChannel channel;

    private LedgerLock(FileChannel channel) {
        this.channel = channel;
    }

    static LedgerLock on(Path ledger) throws IOException {
        var file = ledger.resolveSibling(ledger.getFileName() + ".lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (attempt(channel) == null) {
            if (System.nanoTime() > end) {
                channel.close();
                throw new BadInput("%s: another process has held the lock for %d s; end it, then try again"
                        .formatted(file, PATIENCE.toSeconds()));
            }
            pause();
        }
        return new LedgerLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the ledger's lock", e);
        }
    }
}
