package dev.gatehouse.server.control.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keeps secrets that must be read again, by AES-256-GCM under the server's own secret; also makes form tokens from it. */
public final class Seal {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] key;
    private final SecureRandom random;

    /** @param secret the server's, at least 32 bytes; all servers on one database have the same */
    public Seal(byte[] secret, SecureRandom random) {
        this.key = secret.clone();
        this.random = random;
    }

    /** Seals for one purpose; what was sealed for another does not open. */
    public String seal(byte[] plain, String purpose) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            // the cipher makes the nonce itself, as SP 800-38D §8.2.2 asks of an approved one
            cipher.init(Cipher.ENCRYPT_MODE, key(), random);
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            var sealed = cipher.doFinal(plain);
            var all = Arrays.copyOf(cipher.getIV(), NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no AES-GCM", e);
        }
    }

    /** @throws IllegalStateException when it was sealed under another secret or for another purpose */
    public byte[] open(String text, String purpose) {
        try {
            var all = Base64.getDecoder().decode(text);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key(), new GCMParameterSpec(TAG_BITS, all, 0, NONCE));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(all, NONCE, all.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("sealed under another secret: is secret.key the one of this data?", e);
        }
    }

    /** What a session's forms carry, so that another site cannot send them. */
    public String formToken(String sessionDigest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac("form " + sessionDigest));
    }

    public boolean isFormToken(String sessionDigest, String given) {
        return Digests.same(formToken(sessionDigest), given);
    }

    private SecretKeySpec key() {
        return new SecretKeySpec(hmac("seal"), "AES");
    }

    private byte[] hmac(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no HMAC-SHA-256", e);
        }
    }
}
