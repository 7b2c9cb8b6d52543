package dev.gatehouse.scanners.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** An entry's file: the SHA-256 of all that follows it, 32 bytes, and the content as gzip. */
final class Entry {
    private static final int DIGEST = 32;
    private static final int MAX_BYTES = 512 << 20;

    private Entry() {}

    /** The file is truncated or was changed. */
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(String what) {
            super(what);
        }
    }

    static byte[] encode(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes(Sha256.bytes(packed.toByteArray()));
        file.writeBytes(packed.toByteArray());
        return file.toByteArray();
    }

    static byte[] decode(byte[] file) throws IOException {
        if (file.length < DIGEST) {
            throw new Damaged("shorter than its digest");
        }
        var packed = Arrays.copyOfRange(file, DIGEST, file.length);
        if (!Arrays.equals(Sha256.bytes(packed), Arrays.copyOf(file, DIGEST))) {
            throw new Damaged("does not match its digest");
        }
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readNBytes(MAX_BYTES);
        }
    }
}
