package dev.gatehouse.policy.evidence;

import dev.gatehouse.findings.BadInput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a bundle as a folder and as a zip beside it. Both appear whole or not at all; the same files give the same zip,
 * byte for byte.
 */
public final class BundleFolder {
    /** The earliest time that a zip can hold, so that the time of writing makes no difference. */
    private static final LocalDateTime SOME_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path folder;
    private final Path zip;

    /**
     * @param folder to be created; the zip gets its name and {@code .zip}
     * @throws BadInput when one of them is there already
     */
    public BundleFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.zip = this.folder.resolveSibling(this.folder.getFileName() + ".zip");
        for (var place : new Path[] {this.folder, zip}) {
            if (Files.exists(place)) {
                throw new BadInput(place + ": is there already; evidence is not written over: name another --out");
            }
        }
    }

    public Path zip() {
        return zip;
    }

    public void write(SortedMap<String, byte[]> files) {
        try {
            Files.createDirectories(folder.getParent());
            var temporary = Files.createTempDirectory(folder.getParent(), ".evidence");
            for (var file : files.entrySet()) {
                var place = temporary.resolve(file.getKey());
                Files.createDirectories(place.getParent());
                Files.write(place, file.getValue());
            }
            var packed = Files.createTempFile(folder.getParent(), ".evidence", ".zip");
            try (var out = new BufferedOutputStream(Files.newOutputStream(packed))) {
                pack(files, out);
            }
            Files.move(packed, zip, StandardCopyOption.ATOMIC_MOVE);
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new BadInput("%s: cannot be written (%s)".formatted(folder, e.getMessage()), e);
        }
    }

    private static void pack(SortedMap<String, byte[]> files, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(SOME_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
    }
}
