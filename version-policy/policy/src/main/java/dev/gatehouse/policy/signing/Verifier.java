package dev.gatehouse.policy.signing;

import dev.gatehouse.policy.keys.PublicKeys;
import dev.gatehouse.policy.signing.NotTrusted.Reason;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.List;

/** Believes an envelope only when a trusted key signed this payload as this type. Everything else throws. */
public final class Verifier {
    private final List<PublicKey> trusted;

    public Verifier(List<PublicKey> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /** The payload, once it is to be believed. The type is the caller's, never the envelope's own word. */
    public byte[] verify(Envelope envelope, String payloadType) throws NotTrusted {
        if (!envelope.payloadType().equals(payloadType)) {
            throw new NotTrusted(Reason.OTHER_TYPE, "signed as another type than " + payloadType);
        }
        if (envelope.signatures().isEmpty()) {
            throw new NotTrusted(Reason.NO_SIGNATURES, "not signed by anybody");
        }
        var payload = envelope.payload();
        var covered = Envelope.pae(payloadType, payload);
        boolean known = false;
        for (var signed : envelope.signatures()) {
            for (var key : trusted) {
                // the key id is not signed: without one, or with a false one, every key is tried
                known |= PublicKeys.id(key).equals(signed.keyId());
                if (matches(key, covered, signed.signature())) {
                    return payload;
                }
            }
        }
        throw known
                ? new NotTrusted(Reason.WRONG_SIGNATURE, "the content is not what the trusted key signed")
                : new NotTrusted(Reason.UNKNOWN_KEY, "not signed by a trusted key");
    }

    private static boolean matches(PublicKey key, byte[] covered, byte[] signature) {
        try {
            var check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(key);
            check.update(covered);
            return check.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform cannot verify ECDSA P-256", e);
        }
    }
}
