package dev.gatehouse.policy.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Walks over the lines of a ledger file: {@code HASH SPACE BODY LF}. Holds one line in memory at a time. */
final class LedgerLines {
    /** No decision is that long; without a bound a damaged file would fill the memory. */
    private static final int MAX_LINE = 16 << 20;

    private static final int HASH = 64;

    private final String file;
    private final EntryFormat format = new EntryFormat();
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private long offset;
    private Head head;

    /** Starts behind the entry {@code head}, which ends at {@code offset}. */
    LedgerLines(String file, long offset, Head head) {
        this.file = file;
        this.offset = offset;
        this.head = head;
    }

    /** Reads to the end of the file; afterwards {@link #tail} is what stands behind the last line feed. */
    void read(FileChannel channel, Consumer<? super Entry> each) throws IOException {
        var buffer = ByteBuffer.allocate(1 << 18);
        long position = offset;
        for (int read = channel.read(buffer, position); read >= 0; read = channel.read(buffer, position)) {
            position += read;
            lines(buffer.array(), read, each);
            buffer.clear();
        }
    }

    Head head() {
        return head;
    }

    /** Where the last whole line ends, in bytes. */
    long offset() {
        return offset;
    }

    byte[] tail() {
        return partial.toByteArray();
    }

    String place() {
        return "%s:%d".formatted(file, head.sequence() + 1);
    }

    private void lines(byte[] bytes, int length, Consumer<? super Entry> each) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                partial.write(bytes, start, i - start);
                each.accept(line(partial.toByteArray()));
                partial.reset();
                start = i + 1;
            }
        }
        partial.write(bytes, start, length - start);
        if (partial.size() > MAX_LINE) {
            throw new BrokenLedger(place(), head.sequence() + 1, "its line is longer than 16 MiB");
        }
    }

    private Entry line(byte[] line) {
        var entry = entry(line);
        head = entry.head();
        offset += line.length + 1L;
        return entry;
    }

    /** Reads one line, without its line feed, as the entry behind {@link #head}. */
    Entry entry(byte[] line) {
        if (line.length <= HASH || line[HASH] != ' ') {
            throw new BrokenLedger(place(), head.sequence() + 1, "its line is no hash, space and content");
        }
        var hash = new String(line, 0, HASH, StandardCharsets.ISO_8859_1);
        return format.decode(place(), head, hash, Arrays.copyOfRange(line, HASH + 1, line.length));
    }
}
