package dev.gatehouse.scanners.project.bom;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An XML file's bytes as they come: 512 MiB at most, and 1 MiB for one thing in it, which the parser keeps whole. */
final class XmlBytes extends FilterInputStream {
    static final long MOST = 512L << 20;
    static final long MOST_AT_ONCE = 1 << 20;

    private long all;
    private long sincePart;

    XmlBytes(InputStream file) {
        super(file);
    }

    /** The reader has come to a new part: an element, a text. What it read of it before is counted no more. */
    void part() {
        sincePart = 0;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = super.read(target, offset, length);
        if (got > 0) {
            all += got;
            sincePart += got;
        }
        if (all > MOST) {
            throw new IOException("it has more than %d MiB".formatted(MOST >> 20));
        }
        if (sincePart > MOST_AT_ONCE) {
            throw new IOException("one text or name in it has more than %d MiB".formatted(MOST_AT_ONCE >> 20));
        }
        return got;
    }
}
