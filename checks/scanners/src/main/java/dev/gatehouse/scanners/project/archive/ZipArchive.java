package dev.gatehouse.scanners.project.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;

/** An open archive. Entries are streamed; neither the archive nor an entry is ever held in memory whole. */
public final class ZipArchive implements AutoCloseable {
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;

    private final FileChannel file;
    private final Budget budget;
    private final List<ZipEntryInfo> entries;

    private ZipArchive(FileChannel file, Budget budget) throws IOException {
        this.file = file;
        this.budget = budget;
        this.entries = List.copyOf(new CentralDirectory(file, budget.limits()).read());
    }

    /**
     * Opens an archive and reads its list of entries.
     *
     * @throws ArchiveRefused when it is damaged or has too many entries
     */
    public static ZipArchive open(Path path, Budget budget) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw ArchiveRefused.damaged("it is not a regular file");
        }
        var file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new ZipArchive(file, budget);
        } catch (EOFException e) {
            file.close();
            throw ArchiveRefused.damaged(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    public List<ZipEntryInfo> entries() {
        return entries;
    }

    /**
     * The content of an entry. Reading fails with {@link ArchiveRefused} when it is encrypted, grows beyond the limits,
     * or is not what its checksum says.
     */
    public InputStream read(ZipEntryInfo entry) throws IOException {
        if (entry.isEncrypted()) {
            throw ArchiveRefused.encrypted("its entry is protected by a password; give Gatehouse an open copy");
        }
        var local = ByteBuffer.allocate(LOCAL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        if (file.read(local, entry.offset()) < LOCAL_BYTES || local.getInt(0) != LOCAL) {
            throw ArchiveRefused.damaged("an entry is not where the list says; it is truncated or damaged");
        }
        long start = entry.offset() + LOCAL_BYTES + (local.getShort(26) & 0xffff) + (local.getShort(28) & 0xffff);
        if (start + entry.packed() > file.size()) {
            throw ArchiveRefused.damaged("an entry goes beyond its end; it is truncated");
        }
        var packed = new BufferedInputStream(new Slice(file, start, entry.packed()));
        return switch (entry.method()) {
            case ZipEntry.STORED -> new CheckedContent(packed, entry, budget);
            case ZipEntry.DEFLATED ->
                new CheckedContent(
                        new InflaterInputStream(packed, new Inflater(true), 1 << 14) {
                            @Override
                            public void close() throws IOException {
                                inf.end();
                                super.close();
                            }
                        },
                        entry,
                        budget);
            default ->
                throw ArchiveRefused.damaged(
                        "an entry is packed by method %d, which Java does not know".formatted(entry.method()));
        };
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
