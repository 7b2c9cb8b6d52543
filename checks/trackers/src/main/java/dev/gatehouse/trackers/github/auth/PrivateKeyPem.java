package dev.gatehouse.trackers.github.auth;

import dev.gatehouse.findings.BadInput;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** An RSA private key as GitHub gives it out (PKCS #1, RFC 8017 A.1.2), or as PKCS #8 (RFC 5958); both in PEM. */
final class PrivateKeyPem {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END (?:RSA )?PRIVATE KEY-----");
    /** version 0, and the algorithm identifier of rsaEncryption without parameters (RFC 8017 A.1). */
    private static final byte[] RSA_HEADER = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final byte SEQUENCE = 0x30;
    private static final byte OCTETS = 0x04;

    private PrivateKeyPem() {}

    static RSAPrivateKey read(String text) {
        // variables often hold the key with line ends written as \n
        var pem = PEM.matcher(text.replace("\\n", "\n").strip());
        if (!pem.matches()) {
            throw new BadInput("the private key of the GitHub App is no RSA key in PEM: give the .pem file that GitHub"
                    + " made, which starts with -----BEGIN RSA PRIVATE KEY-----");
        }
        try {
            var der = Base64.getMimeDecoder().decode(pem.group(2));
            var pkcs8 = pem.group(1) == null ? der : wrap(SEQUENCE, RSA_HEADER, wrap(OCTETS, der));
            if (KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8))
                    instanceof RSAPrivateKey key) {
                return key;
            }
            throw new GeneralSecurityException("not an RSA key");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // the cause may quote the key
            throw new BadInput("the private key of the GitHub App is damaged: download it again");
        }
    }

    /** One element of DER (X.690 §8.1.3) around the parts. */
    private static byte[] wrap(byte tag, byte[]... parts) {
        int length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var out = ByteBuffer.allocate(length + 6).put(tag);
        if (length < 0x80) {
            out.put((byte) length);
        } else if (length < 0x100) {
            out.put((byte) 0x81).put((byte) length);
        } else {
            out.put((byte) 0x82).putShort((short) length);
        }
        for (var part : parts) {
            out.put(part);
        }
        var bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }
}
