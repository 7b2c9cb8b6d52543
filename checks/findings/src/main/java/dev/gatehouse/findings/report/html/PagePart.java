package dev.gatehouse.findings.report.html;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The script or the style sheet of a page, as it is in the jar. */
public record PagePart(String content) {

    static PagePart load(String name) throws IOException {
        return load(PagePart.class, name);
    }

    /** The part of that name that lies beside a class. */
    public static PagePart load(Class<?> beside, String name) throws IOException {
        try (var in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("%s is missing from this build".formatted(name));
            }
            // a parser turns CR LF into LF before the digest is taken
            return new PagePart(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        }
    }

    /** For a content security policy (CSP Level 3, hash-source). */
    public String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
