package dev.gatehouse.server.control.account;

import dev.gatehouse.policy.json.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that the server makes itself: long enough that a plain digest keeps them. */
final class Digests {
    private static final int BYTES = 32;
    private static final String CLEAR = "23456789abcdefghjkmnpqrstuvwxyz";

    private Digests() {}

    static String of(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    }

    static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    /** 256 random bits, for cookies and tokens. */
    static String secret(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** About 79 random bits in four groups of signs that nobody takes for others, for people to type. */
    static String code(SecureRandom random) {
        var code = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                code.append('-');
            }
            code.append(CLEAR.charAt(random.nextInt(CLEAR.length())));
        }
        return code.toString();
    }
}
