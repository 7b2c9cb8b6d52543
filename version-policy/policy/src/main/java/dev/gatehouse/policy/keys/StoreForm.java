package dev.gatehouse.policy.keys;

import java.security.Security;

/**
 * The forms of key stores. A PKCS#12 store (RFC 7292) is protected by a derivation of its own that no approved module
 * has, so FIPS mode keeps keys in a BCFKS store: AES-256 and HMAC-SHA-512 under PBKDF2.
 */
public enum StoreForm {
    PKCS12("PKCS#12", "p12", "PKCS#12, PBES2 with AES-256 and HMAC-SHA-256"),
    BCFKS("BCFKS", "bcfks", "BCFKS, AES-256-CCM and HMAC-SHA-512 under PBKDF2");

    private final String label;
    private final String suffix;
    private final String protection;

    StoreForm(String label, String suffix, String protection) {
        this.label = label;
        this.suffix = suffix;
        this.protection = protection;
    }

    /** The one that this process can read and write. */
    public static StoreForm here() {
        return Security.getAlgorithms("KeyStore").contains(BCFKS.name()) ? BCFKS : PKCS12;
    }

    /** As people call it. */
    public String label() {
        return label;
    }

    /** The usual name of a server's or a person's store. */
    public String fileName() {
        return "keys." + suffix;
    }

    /** What keeps the private keys in it. */
    public String protection() {
        return protection;
    }
}
