package dev.gatehouse.scanners.project.archive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the list of entries at the end of a ZIP file (APPNOTE.TXT 4.3.12 to 4.3.16, Zip64 included), without trusting
 * its counts and with at most {@link ArchiveLimits#entries} entries in memory.
 */
final class CentralDirectory {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_BYTES = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_BYTES = 56;
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_BYTES = 46;
    private static final long NOT_HERE = 0xffffffffL;
    private static final int UNIX = 3;

    private final FileChannel file;
    private final ArchiveLimits limits;

    CentralDirectory(FileChannel file, ArchiveLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    List<ZipEntryInfo> read() throws IOException {
        long end = endRecord();
        var record = bytes(end, END_BYTES);
        long size = record.getInt(12) & NOT_HERE;
        long offset = record.getInt(16) & NOT_HERE;
        long directoryEnd = end;
        if (end >= LOCATOR_64_BYTES) {
            var locator = bytes(end - LOCATOR_64_BYTES, LOCATOR_64_BYTES);
            if (locator.getInt(0) == LOCATOR_64) {
                directoryEnd = end64(locator.getLong(8), end - LOCATOR_64_BYTES);
                var record64 = bytes(directoryEnd, END_64_BYTES);
                size = record64.getLong(40);
                offset = record64.getLong(48);
            }
        }
        long start = directoryEnd - size;
        // a launch script may be in front of the archive without being counted in its offsets
        long prefix = start - offset;
        if (size < 0 || start < 0 || offset < 0 || prefix < 0) {
            throw ArchiveRefused.damaged("its list of entries is not where it should be; it is truncated or damaged");
        }
        return entries(start, directoryEnd, prefix);
    }

    private long end64(long told, long locator) throws IOException {
        for (long place : new long[] {told, locator - END_64_BYTES}) {
            if (place >= 0 && place <= locator - END_64_BYTES && bytes(place, 4).getInt(0) == END_64) {
                return place;
            }
        }
        throw ArchiveRefused.damaged("its Zip64 end record is missing; it is truncated or damaged");
    }

    private long endRecord() throws IOException {
        long length = file.size();
        int tail = (int) Math.min(length, END_BYTES + LONGEST_COMMENT);
        var bytes = bytes(length - tail, tail);
        for (int at = tail - END_BYTES; at >= 0; at--) {
            if (bytes.getInt(at) == END) {
                return length - tail + at;
            }
        }
        throw ArchiveRefused.damaged(
                length == 0
                        ? "it is empty"
                        : "it has no list of entries at its end; it is truncated or no ZIP archive");
    }

    private List<ZipEntryInfo> entries(long start, long end, long prefix) throws IOException {
        var entries = new ArrayList<ZipEntryInfo>();
        var window = new Window(start, end);
        while (window.left() >= HEADER_BYTES) {
            var header = window.take(HEADER_BYTES);
            if (header.getInt(0) != HEADER) {
                throw ArchiveRefused.damaged("its list of entries is damaged");
            }
            if (entries.size() == limits.entries()) {
                throw ArchiveRefused.bomb("it has more than %,d entries".formatted(limits.entries()));
            }
            int nameLength = header.getShort(28) & 0xffff;
            int extraLength = header.getShort(30) & 0xffff;
            int commentLength = header.getShort(32) & 0xffff;
            var name = new byte[nameLength];
            window.take(nameLength).get(name);
            var extra = window.take(extraLength);
            window.take(commentLength);
            entries.add(entry(header, new String(name, StandardCharsets.UTF_8), extra, prefix));
        }
        return entries;
    }

    private static ZipEntryInfo entry(ByteBuffer header, String name, ByteBuffer extra, long prefix) {
        long size = header.getInt(24) & NOT_HERE;
        long packed = header.getInt(20) & NOT_HERE;
        long offset = header.getInt(42) & NOT_HERE;
        var wide = wideFields(extra);
        if (wide != null) {
            size = size == NOT_HERE && wide.remaining() >= 8 ? wide.getLong() : size;
            packed = packed == NOT_HERE && wide.remaining() >= 8 ? wide.getLong() : packed;
            offset = offset == NOT_HERE && wide.remaining() >= 8 ? wide.getLong() : offset;
        }
        int madeBy = header.get(5) & 0xff;
        return new ZipEntryInfo(
                name,
                header.getShort(8) & 0xffff,
                header.getShort(10) & 0xffff,
                header.getInt(16) & NOT_HERE,
                packed,
                size,
                offset + prefix,
                madeBy == UNIX ? header.getShort(40) & 0xffff : 0);
    }

    private static @org.jspecify.annotations.Nullable ByteBuffer wideFields(ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            int id = extra.getShort() & 0xffff;
            int length = extra.getShort() & 0xffff;
            if (length > extra.remaining()) {
                return null;
            }
            if (id == 1) {
                return extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            }
            extra.position(extra.position() + length);
        }
        return null;
    }

    private ByteBuffer bytes(long position, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("it ends too early; it is truncated");
            }
        }
        return buffer.flip();
    }

    /** The directory read in pieces, so that its size does not matter. */
    private final class Window {
        private static final int PIECE = 1 << 18;

        private final long end;
        private long next;
        private ByteBuffer piece = ByteBuffer.allocate(0);

        Window(long start, long end) {
            this.next = start;
            this.end = end;
        }

        long left() {
            return piece.remaining() + end - next;
        }

        ByteBuffer take(int length) throws IOException {
            if (length > left()) {
                throw ArchiveRefused.damaged("its list of entries is cut off");
            }
            if (piece.remaining() < length) {
                long from = next - piece.remaining();
                int size = (int) Math.min(Math.max(PIECE, length), end - from);
                piece = bytes(from, size);
                next = from + size;
            }
            var taken = piece.slice(piece.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            piece.position(piece.position() + length);
            return taken;
        }
    }
}
