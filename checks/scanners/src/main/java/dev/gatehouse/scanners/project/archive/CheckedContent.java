package dev.gatehouse.scanners.project.archive;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** Unpacked content that is counted against the limits and compared with its checksum at the end. */
final class CheckedContent extends FilterInputStream {
    private final ZipEntryInfo entry;
    private final Budget budget;
    private final CRC32 crc = new CRC32();
    private long count;

    CheckedContent(InputStream content, ZipEntryInfo entry, Budget budget) {
        super(content);
        this.entry = entry;
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got;
        try {
            got = super.read(target, offset, length);
        } catch (EOFException | ZipException e) {
            throw ArchiveRefused.damaged("the packed data of an entry is damaged");
        }
        if (got < 0) {
            if (crc.getValue() != entry.crc()) {
                throw ArchiveRefused.damaged("the content of an entry does not match its checksum");
            }
            return got;
        }
        crc.update(target, offset, got);
        count += got;
        budget.spend(got);
        var limits = budget.limits();
        if (count > limits.entryBytes()) {
            throw ArchiveRefused.bomb("an entry unpacks to more than %,d MB".formatted(limits.entryBytes() >> 20));
        }
        if (limits.isBomb(entry.packed(), count)) {
            throw ArchiveRefused.bomb("an entry unpacks to more than %d times its size".formatted(limits.ratio()));
        }
        return got;
    }

    @Override
    public long skip(long length) throws IOException {
        return length <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(length, 1 << 14)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
