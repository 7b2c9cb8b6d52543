package dev.gatehouse.policy.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * A ledger in one file, a line an entry. An append is on the disk (fsync) before it returns. Readers take no lock: they
 * see whole lines only. Within one process use one instance a file.
 */
public final class FileLedger implements LedgerStore {
    private final Path file;
    /** The end of what this instance has verified, so that an append reads only what others added. */
    private long offset;

    private Head head = Head.START;
    private final Places places = new Places();

    /** The file need not exist yet; the first append creates it and its folder. */
    public FileLedger(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public synchronized Head read(Head after, Consumer<? super Entry> each) {
        var known = places.of(after);
        var lines = known.isPresent()
                ? new LedgerLines(name(), known.getAsLong(), after)
                : new LedgerLines(name(), 0, Head.START);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < lines.offset()) {
                throw new BrokenLedger(name(), after.sequence(), "the file has become shorter");
            }
            lines.read(channel, entry -> {
                if (entry.sequence() > after.sequence()) {
                    each.accept(entry);
                } else if (entry.sequence() == after.sequence() && !entry.head().equals(after)) {
                    throw new BrokenLedger(name(), after.sequence(), "it is not the entry that was there before");
                }
            });
        } catch (NoSuchFileException e) {
            return missing(after);
        } catch (IOException e) {
            throw new UncheckedIOException(name() + ": cannot be read", e);
        }
        refuseDamage(lines);
        if (lines.head().sequence() < after.sequence()) {
            throw new BrokenLedger(name(), after.sequence(), "it was there before and is gone");
        }
        moveTo(lines.head(), lines.offset());
        return head;
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public synchronized Entry append(Head expected, Draft draft, Instant time) throws Conflict {
        try {
            Files.createDirectories(parent());
            try (var lock = LedgerLock.on(real())) {
                return appendLocked(expected, draft, time);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name() + ": cannot be written", e);
        }
    }

    @Override
    public String name() {
        return file.toString();
    }

    /** What stands behind the last whole entry, in bytes: more than 0 after a power cut or while somebody appends. */
    public long unfinishedBytes() {
        try {
            return Files.exists(file) ? Math.max(0, Files.size(file) - offset) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(name() + ": cannot be read", e);
        }
    }

    private Entry appendLocked(Head expected, Draft draft, Instant time) throws IOException, Conflict {
        boolean created = !Files.exists(file);
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (created) {
                syncFolder();
            }
            catchUp(channel);
            if (!head.equals(expected)) {
                throw new Conflict(expected);
            }
            var stored = EntryFormat.encode(head, draft, time);
            var line = (stored.hash() + " " + stored.body()).getBytes(StandardCharsets.UTF_8);
            var entry = new LedgerLines(name(), offset, head).entry(line);
            write(channel, line);
            moveTo(entry.head(), offset + line.length + 1L);
            return entry;
        }
    }

    private void moveTo(Head reached, long end) {
        head = reached;
        offset = end;
        places.add(reached, end);
    }

    /** Verifies what others appended, and ends a line that a power cut left unfinished. */
    private void catchUp(FileChannel channel) throws IOException {
        if (channel.size() < offset) {
            throw new BrokenLedger(name(), head.sequence(), "the file has become shorter");
        }
        var lines = new LedgerLines(name(), offset, head);
        lines.read(channel, entry -> {});
        refuseDamage(lines);
        moveTo(lines.head(), lines.offset());
        switch (TornLine.of(lines.tail())) {
            case NOTHING -> {}
            case BEGINNING -> {
                channel.truncate(offset);
                channel.force(true);
            }
            case WHOLE -> {
                var line = TornLine.withoutZeros(lines.tail());
                var entry = lines.entry(line);
                channel.truncate(offset + line.length);
                write(channel, line);
                moveTo(entry.head(), offset + line.length + 1L);
            }
            case DAMAGE -> throw damage(lines);
        }
    }

    /** Writes at the end of the last whole line; what fails halfway is taken back as far as the disk lets us. */
    private void write(FileChannel channel, byte[] line) throws IOException {
        var bytes =
                ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
        try {
            long position = offset;
            while (bytes.hasRemaining()) {
                position += channel.write(bytes, position);
            }
            channel.force(true);
        } catch (IOException e) {
            channel.truncate(offset);
            throw e;
        }
    }

    private static void refuseDamage(LedgerLines lines) {
        var torn = TornLine.of(lines.tail());
        if (torn == TornLine.DAMAGE) {
            throw damage(lines);
        }
        if (torn == TornLine.WHOLE) {
            lines.entry(TornLine.withoutZeros(lines.tail()));
        }
    }

    private static BrokenLedger damage(LedgerLines lines) {
        return new BrokenLedger(lines.place(), lines.head().sequence() + 1, "its line does not end as it was written");
    }

    private Head missing(Head after) {
        if (!after.equals(Head.START)) {
            throw new BrokenLedger(name(), after.sequence(), "the file is gone");
        }
        return Head.START;
    }

    /** A new file is there after a power cut only when its folder's entry is on the disk too. */
    private void syncFolder() throws IOException {
        try (var folder = FileChannel.open(parent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** Whoever comes by a link must meet the same lock. */
    private Path real() throws IOException {
        return Files.exists(file) ? file.toRealPath() : parent().toRealPath().resolve(file.getFileName());
    }

    private Path parent() {
        var parent = file.getParent();
        return parent == null ? file : parent;
    }
}
