package dev.gatehouse.server.control.oidc;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * One try of a browser to sign in, which it carries, sealed, in a cookie until it comes back.
 *
 * @param state what the provider sends back, so that nobody else can bring a browser here
 * @param nonce what the ID token must hold, so that it was made for this try
 * @param verifier of PKCE (RFC 7636), so that a code that was read on its way is of no use
 * @param invitation a one-time code when an account is to be made; empty for one that is there
 * @param name wanted for that account
 * @param expires milliseconds since 1970, UTC
 */
public record Attempt(
        String state, String nonce, String verifier, String invitation, String name, String fullName, long expires) {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int BYTES = 32;

    /** A new one. */
    public static Attempt begin(SecureRandom random, String invitation, String name, String fullName, long expires) {
        return new Attempt(secret(random), secret(random), secret(random), invitation, name, fullName, expires);
    }

    public byte[] bytes() {
        try {
            return MAPPER.writeValueAsBytes(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@link #bytes} wrote. */
    public static Attempt read(byte[] bytes) {
        try {
            return MAPPER.readValue(bytes, Attempt.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isState(String given) {
        return MessageDigest.isEqual(state.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 7636 §4.2, method S256. */
    String challenge() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    private static String secret(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
