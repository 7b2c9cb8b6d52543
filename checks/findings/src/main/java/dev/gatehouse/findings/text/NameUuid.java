package dev.gatehouse.findings.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * UUIDs that are made from names, so that the same thing has the same one each time: version 5 of RFC 9562. The platform
 * has version 3 only, whose MD5 is not to be had in FIPS mode. Nothing is protected by them.
 */
public final class NameUuid {
    /** The names of Gatehouse: what {@code https://gatehouse.dev/} is among addresses (RFC 9562 §6.6). */
    private static final UUID GATEHOUSE = UUID.fromString("5a888112-e6ee-5bdf-a9d1-d28af1a68ce2");

    private NameUuid() {}

    public static UUID of(String name) {
        return of(name.getBytes(StandardCharsets.UTF_8));
    }

    public static UUID of(byte[] name) {
        return of(GATEHOUSE, name);
    }

    static UUID of(UUID namespace, byte[] name) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .array());
            var bits = ByteBuffer.wrap(digest.digest(name));
            long most = (bits.getLong() & ~0xf000L) | 0x5000L;
            long least = (bits.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
            return new UUID(most, least);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
