package dev.gatehouse.scanners.sca;

import dev.gatehouse.scanners.project.Project.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A library and the digests of its file.
 *
 * @param name the file's original name, or the library's display name when it has no file
 * @param sha1 and sha256, lower-case hexadecimal; none without a file
 */
record LibraryFile(
        Library library,
        String name,
        @Nullable String sha1,
        @Nullable String sha256) {

    static LibraryFile of(Library library) throws IOException {
        var display = library.display();
        var name = display.substring(Math.max(display.lastIndexOf('/'), display.lastIndexOf('\\')) + 1);
        if (library.file() == null) {
            return new LibraryFile(library, name, null, null);
        }
        var sha1 = digest("SHA-1");
        var sha256 = digest("SHA-256");
        try (var content = Files.newInputStream(library.file())) {
            var buffer = new byte[1 << 16];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                sha1.update(buffer, 0, read);
                sha256.update(buffer, 0, read);
            }
        }
        return new LibraryFile(library, name, hex(sha1), hex(sha256));
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
