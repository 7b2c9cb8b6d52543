package dev.gatehouse.engine.sca;

import dev.gatehouse.engine.protocol.sca.ScanAnswer.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads what Dependency-Check is going to read in a jar, within limits, and says what is in the way. Dependency-Check
 * itself skips a broken jar without a word and unpacks a pom of any size.
 */
final class ArchiveCheck {
    private static final int MOST_ENTRIES = 500_000;
    private static final long LARGEST_DESCRIPTOR = 8L << 20;

    private ArchiveCheck() {}

    /** What keeps the jar from being looked at, if anything does. */
    static Optional<Trouble> of(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                return bomb("holds %d entries; more than %d are not read".formatted(zip.size(), MOST_ENTRIES));
            }
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var trouble = of(zip, entries.nextElement());
                if (trouble.isPresent()) {
                    return trouble;
                }
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(new Trouble(
                    "unreadable-archive",
                    "cannot be read as a jar (%s); replace it by an intact one".formatted(e.getMessage())));
        }
    }

    private static Optional<Trouble> of(ZipFile zip, ZipEntry entry) throws IOException {
        if (!isDescriptor(entry.getName())) {
            return Optional.empty();
        }
        try (var content = zip.getInputStream(entry)) {
            if (size(content) > LARGEST_DESCRIPTOR) {
                return bomb("holds a descriptor of more than %d bytes".formatted(LARGEST_DESCRIPTOR));
            }
            return Optional.empty();
        } catch (ZipException e) {
            var encrypted = String.valueOf(e.getMessage()).contains("encrypted");
            return Optional.of(
                    encrypted
                            ? new Trouble(
                                    "encrypted-archive",
                                    "is protected by a password and cannot be looked into; provide it without one")
                            : new Trouble(
                                    "unreadable-archive",
                                    "is damaged (%s); replace it by an intact one".formatted(e.getMessage())));
        }
    }

    private static boolean isDescriptor(String name) {
        return name.equalsIgnoreCase("META-INF/MANIFEST.MF")
                || name.endsWith("/pom.xml")
                || name.endsWith("/pom.properties");
    }

    private static long size(InputStream content) throws IOException {
        var buffer = new byte[1 << 16];
        long size = 0;
        for (int read = content.read(buffer); read >= 0 && size <= LARGEST_DESCRIPTOR; read = content.read(buffer)) {
            size += read;
        }
        return size;
    }

    private static Optional<Trouble> bomb(String sentence) {
        return Optional.of(new Trouble("zip-bomb", sentence));
    }
}
