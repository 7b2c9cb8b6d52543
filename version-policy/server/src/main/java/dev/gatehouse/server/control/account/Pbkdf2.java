package dev.gatehouse.server.control.account;

import dev.gatehouse.policy.module.ModuleStart;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * PBKDF2 with HMAC-SHA-256 (SP 800-132) as {@code $pbkdf2-sha256$i=…$salt$hash}: what an approved module has for
 * passwords. As many rounds as OWASP asks for.
 */
final class Pbkdf2 implements PasswordForm {
    private static final int ROUNDS = 600_000;
    private static final int BYTES = 32;
    private static final Pattern FORM =
            Pattern.compile("\\$pbkdf2-sha256\\$i=([0-9]{4,8})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    @Override
    public int shortest() {
        return ModuleStart.SHORTEST_SECRET;
    }

    @Override
    public String keep(String password, byte[] salt) {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$pbkdf2-sha256$i=%d$%s$%s"
                .formatted(
                        ROUNDS,
                        base64.encodeToString(salt),
                        base64.encodeToString(derive(password, salt, ROUNDS, BYTES)));
    }

    @Override
    public boolean reads(String kept) {
        return FORM.matcher(kept).matches();
    }

    @Override
    public boolean isRight(String password, String kept) {
        var form = FORM.matcher(kept);
        // the module derives nothing from a shorter one, which was not kept so either
        if (!form.matches() || password.getBytes(StandardCharsets.UTF_8).length < shortest()) {
            return false;
        }
        var wanted = Base64.getDecoder().decode(form.group(3));
        var given = derive(
                password, Base64.getDecoder().decode(form.group(2)), Integer.parseInt(form.group(1)), wanted.length);
        return MessageDigest.isEqual(wanted, given);
    }

    private static byte[] derive(String password, byte[] salt, int rounds, int length) {
        var spec = new PBEKeySpec(password.toCharArray(), salt, rounds, length * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no PBKDF2 with HMAC-SHA-256", e);
        } finally {
            spec.clearPassword();
        }
    }
}
