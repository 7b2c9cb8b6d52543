package dev.gatehouse.policy.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Walks over the lines of a ledger file: {@code HASH SPACE BODY LF}. Holds a piece of the file in memory at a time. */
final class LedgerLines {
    /** No decision is that long; without a bound a damaged file would fill the memory. */
    private static final int MAX_LINE = 16 << 20;

    private static final int PIECE = 1 << 18;
    private static final int HASH = 64;

    private final String file;
    private final EntryFormat format = new EntryFormat(this::place);
    private byte[] piece = new byte[0];
    /** How many bytes of the piece have no line feed yet. */
    private int pending;

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
        makeRoom();
        for (int read = fill(channel); read >= 0; read = fill(channel)) {
            lines(pending + read, each);
            makeRoom();
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
        return Arrays.copyOf(piece, pending);
    }

    /** Where the entry behind {@link #head} is, or should be. */
    String place() {
        return place(head.sequence() + 1);
    }

    /** Reads one line, without its line feed, as the entry behind {@link #head}. */
    Entry entry(byte[] line) {
        return entry(line, 0, line.length);
    }

    private int fill(FileChannel channel) throws IOException {
        return channel.read(ByteBuffer.wrap(piece, pending, piece.length - pending), offset + pending);
    }

    private void makeRoom() {
        if (pending > MAX_LINE) {
            throw new BrokenLedger(place(), head.sequence() + 1, "its line is longer than 16 MiB");
        }
        if (piece.length - pending < PIECE / 2) {
            piece = Arrays.copyOf(piece, Math.max(PIECE, 2 * pending));
        }
    }

    /** Hands over the lines of the first {@code length} bytes, and keeps what stands behind the last of them. */
    private void lines(int length, Consumer<? super Entry> each) {
        int start = 0;
        for (int i = pending; i < length; i++) {
            if (piece[i] == '\n') {
                var entry = entry(piece, start, i - start);
                head = entry.head();
                offset += i + 1L - start;
                start = i + 1;
                each.accept(entry);
            }
        }
        pending = length - start;
        System.arraycopy(piece, start, piece, 0, pending);
    }

    private Entry entry(byte[] bytes, int start, int length) {
        if (length <= HASH || bytes[start + HASH] != ' ') {
            throw new BrokenLedger(place(), head.sequence() + 1, "its line is no hash, space and content");
        }
        var hash = new String(bytes, start, HASH, StandardCharsets.ISO_8859_1);
        return format.decode(head, hash, bytes, start + HASH + 1, length - HASH - 1);
    }

    private String place(long sequence) {
        return "%s:%d".formatted(file, sequence);
    }
}
