package dev.gatehouse.policy.signing;

import dev.gatehouse.policy.keys.SigningKey;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.List;

/** Signs with every valid key, so that a client that knows either of them accepts the result during a rotation. */
public final class Signer {
    private final List<SigningKey> keys;

    public Signer(List<SigningKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("nothing is signed without a key");
        }
        this.keys = List.copyOf(keys);
    }

    public Envelope sign(String payloadType, byte[] payload) {
        var covered = Envelope.pae(payloadType, payload);
        return new Envelope(
                payloadType,
                payload,
                keys.stream().map(key -> signed(key, covered)).toList());
    }

    /** Id of the key that signs from now on: the newest. */
    public String keyId() {
        return keys.get(0).id();
    }

    private static Envelope.Signed signed(SigningKey key, byte[] covered) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.privateKey());
            signature.update(covered);
            return new Envelope.Signed(key.id(), signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with " + key, e);
        }
    }
}
