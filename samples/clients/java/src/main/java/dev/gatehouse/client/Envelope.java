package dev.gatehouse.client;

import dev.gatehouse.client.NotBelieved.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A DSSE v1 envelope with signatures of ECDSA P-256 and SHA-256. */
final class Envelope {
    private static final String TYPE = "application/vnd.gatehouse.client-version-policy.v1+json";
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]*)-----END PUBLIC KEY-----");
    private static final int LARGEST = 1 << 20;
    private static final int MOST_SIGNATURES = 16;

    private Envelope() {}

    /** The payload, when one of the keys has signed it as a client version policy. */
    static String open(byte[] bytes, List<PublicKey> trusted) throws NotBelieved {
        if (bytes.length > LARGEST) {
            throw new NotBelieved(Reason.UNREADABLE, "larger than 1 MiB");
        }
        byte[] payload;
        List<byte[]> signatures = new ArrayList<>();
        try {
            Map<?, ?> json = Json.object(new String(bytes, StandardCharsets.UTF_8));
            if (!TYPE.equals(json.get("payloadType"))) {
                throw new NotBelieved(Reason.FORGED, "signed as something else");
            }
            payload = base64(Json.required(json, "payload"));
            for (Object signed : (List<?>) Json.required(json, "signatures")) {
                signatures.add(base64(Json.required((Map<?, ?>) signed, "sig")));
            }
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new NotBelieved(Reason.UNREADABLE, "no whole envelope");
        }
        if (signatures.size() <= MOST_SIGNATURES) {
            byte[] covered = covered(payload);
            for (byte[] signature : signatures) {
                for (PublicKey key : trusted) {
                    if (isSigned(key, covered, signature)) {
                        return new String(payload, StandardCharsets.UTF_8);
                    }
                }
            }
        }
        throw new NotBelieved(Reason.FORGED, "not signed by the publisher");
    }

    /** Public keys in PEM, one or, during a rotation, two. */
    static List<PublicKey> keys(String pem) {
        List<PublicKey> keys = new ArrayList<>();
        Matcher blocks = PEM.matcher(pem);
        while (blocks.find()) {
            try {
                byte[] der = Base64.getMimeDecoder().decode(blocks.group(1));
                keys.add(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der)));
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("a key is no EC public key", e);
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no public key in PEM");
        }
        return keys;
    }

    private static byte[] covered(byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String head = "DSSEv1 " + TYPE.length() + " " + TYPE + " " + payload.length + " ";
        byte[] bytes = head.getBytes(StandardCharsets.US_ASCII);
        out.write(bytes, 0, bytes.length);
        out.write(payload, 0, payload.length);
        return out.toByteArray();
    }

    private static boolean isSigned(PublicKey key, byte[] covered, byte[] signature) {
        try {
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(key);
            check.update(covered);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static byte[] base64(Object text) {
        return Base64.getDecoder().decode(((String) text).replace('-', '+').replace('_', '/'));
    }
}
