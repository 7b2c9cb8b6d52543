package dev.gatehouse.scanners.project.maven;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Opens poms, and remembers which ones with what content, so that a kept result is known to be current. */
final class PomFiles {
    static final String ABSENT = "absent";
    private static final long MOST_BYTES = 4L << 20;
    private static final Pattern DOCUMENT_TYPE = Pattern.compile("<!(DOCTYPE|ENTITY)");

    private final SortedMap<String, String> digests = new TreeMap<>();

    /**
     * Reads a pom whole.
     *
     * @throws IOException when it is no regular file, too large, or declares a document type: Maven's poms have none,
     *     and entities are how XML reads other files
     */
    InputStream open(Path pom) throws IOException {
        if (!Files.isRegularFile(pom)) {
            throw new IOException("it is not a regular file");
        }
        if (Files.size(pom) > MOST_BYTES) {
            throw new IOException("it is larger than " + (MOST_BYTES >> 20) + " MB");
        }
        byte[] bytes;
        try (var input = Files.newInputStream(pom)) {
            bytes = input.readNBytes((int) MOST_BYTES);
        }
        digests.put(pom.toString(), sha256(bytes));
        if (DOCUMENT_TYPE
                .matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                .find()) {
            throw new EntitiesRefused();
        }
        return new ByteArrayInputStream(bytes);
    }

    /** Remembers that a file that was looked for is not there. */
    void absent(Path pom) {
        digests.put(pom.toString(), ABSENT);
    }

    SortedMap<String, String> digests() {
        return digests;
    }

    /** The state of a file now, comparable with what was remembered. */
    static String digest(Path pom) throws IOException {
        if (!Files.exists(pom, LinkOption.NOFOLLOW_LINKS)) {
            return ABSENT;
        }
        return Files.isRegularFile(pom) && Files.size(pom) <= MOST_BYTES
                ? sha256(Files.readAllBytes(pom))
                : "unreadable";
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A pom declares a document type. */
    static final class EntitiesRefused extends IOException {
        private static final long serialVersionUID = 1L;

        EntitiesRefused() {
            super("it declares a document type, which may read other files; remove the DOCTYPE");
        }
    }
}
