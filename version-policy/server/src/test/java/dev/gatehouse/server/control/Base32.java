package dev.gatehouse.server.control;

import java.io.ByteArrayOutputStream;

/** Reads what an authenticator would (RFC 4648 §6). */
final class Base32 {
    private Base32() {}

    static byte[] decode(String text) {
        var out = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char c : text.strip().toCharArray()) {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.write((buffer >> bits) & 0xff);
                buffer &= (1 << bits) - 1;
            }
        }
        return out.toByteArray();
    }
}
