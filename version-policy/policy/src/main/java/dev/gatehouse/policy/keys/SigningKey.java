package dev.gatehouse.policy.keys;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;

/**
 * A key pair of the store.
 *
 * @param generation 1 for the store's first key; every rotation counts up
 * @param created UTC, to the second
 */
public record SigningKey(int generation, Instant created, PublicKey publicKey, PrivateKey privateKey) {

    /** Digest of the public key, as {@link PublicKeys#id}. */
    public String id() {
        return PublicKeys.id(publicKey);
    }

    @Override
    public String toString() {
        return "key " + id();
    }
}
