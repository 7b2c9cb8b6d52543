package dev.gatehouse.server.control.backup;

import dev.gatehouse.policy.json.Sha256;
import dev.gatehouse.policy.ledger.BrokenLedger;
import dev.gatehouse.policy.ledger.Entry;
import dev.gatehouse.policy.ledger.EntryFormat;
import dev.gatehouse.policy.ledger.Head;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Copies what a server keeps into one ZIP file, while it runs. The ledger only grows and is copied first, up to the entry
 * that was its last then; documents of the vault are replaced as wholes and copied after it, so that every report and
 * account that an entry of the copy names is in the copy too.
 */
public final class Backup {
    static final String LEDGER = "ledger.jsonl";
    static final String VAULT = "vault/";
    static final String FILES = "files/";

    private final Map<String, String> digests = new TreeMap<>();
    private final ZipOutputStream zip;

    private Backup(ZipOutputStream zip) {
        this.zip = zip;
    }

    /**
     * Writes a backup that only its owner may read; when it fails there is no file.
     *
     * @throws BrokenLedger when the ledger is not in order: then there is nothing worth keeping a copy of
     * @throws UncheckedIOException when something cannot be read or written
     */
    public static Manifest write(Kept kept, Path file, Instant now) {
        var temporary = file.toAbsolutePath().resolveSibling(".%s.tmp".formatted(UUID.randomUUID()));
        try {
            try {
                Files.createFile(temporary, ownersOnly(temporary));
                Manifest manifest;
                try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                    var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
                    manifest = new Backup(zip).write(kept, now);
                    zip.finish();
                    zip.flush();
                    channel.force(true);
                }
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
                return manifest;
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the backup cannot be written", e);
        }
    }

    private Manifest write(Kept kept, Instant now) throws IOException {
        var head = new Head[1];
        add(LEDGER, out -> head[0] = kept.ledger().read(Head.START, entry -> line(kept, entry, out)));
        for (var name : kept.vault().names("")) {
            var document = kept.vault().read(name);
            if (document.isPresent()) {
                add(VAULT + name, out -> out.write(document.get().content()));
            }
        }
        for (var file : new TreeMap<>(kept.files()).entrySet()) {
            add(FILES + file.getKey(), out -> Files.copy(file.getValue(), out));
        }
        var manifest = new Manifest(now, head[0], digests);
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest.bytes());
        zip.closeEntry();
        return manifest;
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private void add(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var digest = Sha256.digest();
        content.writeTo(new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                digest.update((byte) value);
                zip.write(value);
            }

            @Override
            public void write(byte[] bytes, int start, int length) throws IOException {
                digest.update(bytes, start, length);
                zip.write(bytes, start, length);
            }
        });
        zip.closeEntry();
        digests.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    private static void line(Kept kept, Entry entry, OutputStream out) {
        var stored = EntryFormat.stored(entry);
        if (!stored.hash().equals(entry.hash())) {
            throw new BrokenLedger(
                    kept.ledger().name(), entry.sequence(), "its content is not written as canonical JSON (RFC 8785)");
        }
        try {
            out.write((stored.hash() + " " + stored.body() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the backup cannot be written", e);
        }
    }

    /** For a file or folder that is about to be made. */
    static FileAttribute<?>[] ownersOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
