package dev.gatehouse.server.http.listen;

import dev.gatehouse.findings.BadInput;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;

/**
 * A certificate chain and its private key as PEM files.
 *
 * @param chain the server's certificate first
 * @param key PKCS#8 or PKCS#1, without a passphrase
 */
public record Certificate(Path chain, Path key) {

    /** What stands in both files now; equal when nothing has changed. */
    record Content(Buffer chain, Buffer key) {
        PemKeyCertOptions options() {
            return new PemKeyCertOptions().addCertValue(chain).addKeyValue(key);
        }
    }

    /** Reads both files; throws {@link BadInput} when one is not what it should be. */
    Content read() {
        var chainBytes = bytes(chain);
        var keyBytes = bytes(key);
        try {
            var certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(chainBytes));
            if (certificates.isEmpty()) {
                throw new BadInput("%s: holds no certificate; give the chain as PEM".formatted(chain));
            }
        } catch (GeneralSecurityException e) {
            throw new BadInput("%s: holds no certificate that can be read; give the chain as PEM".formatted(chain), e);
        }
        try {
            if (!new String(keyBytes, java.nio.charset.StandardCharsets.ISO_8859_1).contains("PRIVATE KEY-----")) {
                throw new BadInput("%s: holds no private key; give it as PEM".formatted(key));
            }
            return new Content(Buffer.buffer(chainBytes), Buffer.buffer(keyBytes));
        } finally {
            Arrays.fill(keyBytes, (byte) 0);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadInput("%s: cannot be read".formatted(file), e);
        }
    }
}
