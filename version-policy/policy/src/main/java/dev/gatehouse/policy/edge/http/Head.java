package dev.gatehouse.policy.edge.http;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * Status line and header fields of an HTTP/1.1 answer, as the bytes that are sent. Not among them: what depends on the
 * moment or the connection (Date, Content-Length, Connection).
 */
public final class Head {
    private static final String LINE_END = "\r\n";

    private final int status;
    private final byte[] bytes;

    private Head(int status, byte[] bytes) {
        this.status = status;
        this.bytes = bytes;
    }

    /** A head with this status and no fields yet. */
    public static Head of(int status) {
        var line = "HTTP/1.1 " + status + " " + Reason.of(status) + LINE_END;
        return new Head(status, line.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * The same with one field more.
     *
     * @param value visible US-ASCII and spaces; anything else could end the field and start another, so it is refused
     */
    public Head with(String name, String value) {
        if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("a value of " + name + " is no text for a header field");
        }
        var line = (name + ": " + value + LINE_END).getBytes(StandardCharsets.ISO_8859_1);
        var longer = new byte[bytes.length + line.length];
        System.arraycopy(bytes, 0, longer, 0, bytes.length);
        System.arraycopy(line, 0, longer, bytes.length, line.length);
        return new Head(status, longer);
    }

    public int status() {
        return status;
    }

    /** The bytes up to and with the last field's line end; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Hands every field to {@code field}, for servers that do not speak HTTP/1.1. */
    public void forEach(BiConsumer<String, String> field) {
        var lines = new String(bytes, StandardCharsets.ISO_8859_1).split(LINE_END, -1);
        for (int i = 1; i < lines.length - 1; i++) {
            int colon = lines[i].indexOf(':');
            field.accept(lines[i].substring(0, colon), lines[i].substring(colon + 2));
        }
    }
}
