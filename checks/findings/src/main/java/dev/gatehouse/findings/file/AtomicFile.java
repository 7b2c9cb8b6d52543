package dev.gatehouse.findings.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file so that readers see the old content or the new content whole, also after {@code kill -9} or a power
 * failure: into a temporary file beside it, forced to the disk, then moved over it.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes the content. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Replaces or creates the file; its folder must exist. A symbolic link is followed, so that what it points to is
     * replaced and not the link.
     *
     * @throws IOException when anything fails; the old file is then untouched and no temporary file is left
     */
    public static void write(Path file, Content content) throws IOException {
        var target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        var folder = target.getParent();
        if (folder == null) {
            throw new IOException("%s is not a file that can be written".formatted(file));
        }
        var temporary = folder.resolve(".%s.%s.tmp".formatted(target.getFileName(), UUID.randomUUID()));
        try {
            try (var channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var out = new Unclosed(Channels.newOutputStream(channel));
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Many writers close what they write to; the channel has to be open until it is forced. */
    private static final class Unclosed extends BufferedOutputStream {
        private static final int BUFFER = 1 << 16;

        Unclosed(OutputStream out) {
            super(out, BUFFER);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
