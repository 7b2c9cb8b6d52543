package dev.gatehouse.policy.edge.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compression done once, when a document comes in. */
final class Gzip {
    /** Below, unpacking costs a phone more than the bytes saved. */
    private static final double WORTH_IT = 0.9;

    private Gzip() {}

    /** The content in gzip; empty where that would not help. */
    static Optional<byte[]> of(byte[] content) {
        var out = new ByteArrayOutputStream(content.length);
        try (var gzip = new Best(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return out.size() < content.length * WORTH_IT ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    private static final class Best extends GZIPOutputStream {
        Best(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
