package dev.gatehouse.findings.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Turns the parts of an identity into a short text: {@value #PREFIX} and 20 characters of Crockford's base 32 in lower
 * case, the first 100 bits of a SHA-256. Fits a Jira label, a URL and a SARIF fingerprint as it is.
 */
public final class Fingerprint {
    /** Names the algorithm; a change to it gets the next number, so that old and new texts never meet by chance. */
    public static final String PREFIX = "gh1-";

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 20;
    private static final int BITS = 5;

    private Fingerprint() {}

    static String of(List<String> parts) {
        var digest = sha256();
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length)); // "a","bc" is not "ab","c"
            digest.update(bytes);
        }
        return PREFIX + base32(digest.digest());
    }

    private static String base32(byte[] hash) {
        var text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            int value = 0;
            for (int bit = i * BITS; bit < (i + 1) * BITS; bit++) {
                value = (value << 1) | ((hash[bit >> 3] >> (7 - (bit & 7))) & 1);
            }
            text.append(ALPHABET.charAt(value));
        }
        return text.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
