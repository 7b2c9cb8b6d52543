package dev.gatehouse.policy.keys;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.json.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Public keys as files: PEM of the SubjectPublicKeyInfo (RFC 7468), several in one file during a rotation. */
public final class PublicKeys {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]*)-----END PUBLIC KEY-----");

    private PublicKeys() {}

    /** SHA-256 of the SubjectPublicKeyInfo, lower-case hexadecimal. */
    public static String id(PublicKey key) {
        return Sha256.of(key.getEncoded());
    }

    public static String pem(PublicKey key) {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }

    /** The P-256 keys of a PEM file; throws {@link BadInput} when there are none, or others. */
    public static List<PublicKey> read(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new BadInput("%s: cannot be read as a PEM file of public keys".formatted(file), e);
        }
        var keys = new ArrayList<PublicKey>();
        var blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            keys.add(key(file, blocks.group(1)));
        }
        if (keys.isEmpty()) {
            throw new BadInput("%s: holds no public key; 'gatehouse keys export-public' writes one".formatted(file));
        }
        return List.copyOf(keys);
    }

    private static PublicKey key(Path file, String base64) {
        try {
            var spec = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
            var key = KeyFactory.getInstance("EC").generatePublic(spec);
            if (P256.isKey(key)) {
                return key;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BadInput("%s: holds a key that is no ECDSA P-256 public key".formatted(file), e);
        }
        throw new BadInput("%s: holds a key that is no ECDSA P-256 public key".formatted(file));
    }
}
