package dev.gatehouse.fips;

import dev.gatehouse.findings.BadInput;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The certificates that this Java trusts for TLS. They lie in a form that the module does not read, so they are read
 * before it is in force, and handed to it in its own. Certificates are public; no key is among them.
 *
 * @param certificates in DER, by name
 */
record TrustAnchors(Map<String, byte[]> certificates) {
    private static final String STORE = "javax.net.ssl.trustStore";
    private static final String PASSWORD = "public certificates";

    /** Empty where somebody named a store of their own, which must be a BCFKS store then. */
    static TrustAnchors ofThisJava() {
        var certificates = new LinkedHashMap<String, byte[]>();
        if (System.getProperty(STORE) == null) {
            var file = new File(System.getProperty("java.home"), "lib/security/cacerts");
            try {
                var store = KeyStore.getInstance(file, (char[]) null);
                for (var aliases = store.aliases(); aliases.hasMoreElements(); ) {
                    var alias = aliases.nextElement();
                    if (store.isCertificateEntry(alias)) {
                        certificates.put(alias, store.getCertificate(alias).getEncoded());
                    }
                }
            } catch (IOException | GeneralSecurityException e) {
                throw new BadInput("FIPS mode: %s, which this Java trusts, cannot be read".formatted(file), e);
            }
        }
        return new TrustAnchors(certificates);
    }

    /** For everything in this process that trusts what the platform trusts. */
    void install() {
        if (certificates.isEmpty()) {
            return;
        }
        try {
            var store = KeyStore.getInstance("BCFKS");
            store.load(null, null);
            var x509 = CertificateFactory.getInstance("X.509");
            for (var one : certificates.entrySet()) {
                store.setCertificateEntry(
                        one.getKey(), x509.generateCertificate(new ByteArrayInputStream(one.getValue())));
            }
            System.setProperty(STORE, written(store).toString());
            System.setProperty("javax.net.ssl.trustStoreType", "BCFKS");
            System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
        } catch (IOException | GeneralSecurityException e) {
            throw new BadInput("FIPS mode: what this Java trusts cannot be handed to the module", e);
        }
    }

    /** TLS looks its store up as a file only; this one goes when the process does. */
    private static Path written(KeyStore store) throws IOException, GeneralSecurityException {
        var file = Files.createTempFile("gatehouse-trust", ".bcfks");
        file.toFile().deleteOnExit();
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }
}
