package dev.gatehouse.scanners.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) of a sequence of parts; each part's length counts, so that parts cannot run into another. */
public final class Sha256 {
    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest = digest();

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds a part. */
    public Sha256 add(String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        return this;
    }

    /** The digest of all parts, lower-case hexadecimal; starts anew afterwards. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The digest of some bytes, lower-case hexadecimal. */
    public static String of(byte[] content) {
        return HexFormat.of().formatHex(bytes(content));
    }

    static byte[] bytes(byte[] content) {
        return digest().digest(content);
    }

    /** The digest of a file's bytes as {@code sha256sum} prints it. */
    static String ofFile(Path file) throws IOException {
        var digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            var buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
