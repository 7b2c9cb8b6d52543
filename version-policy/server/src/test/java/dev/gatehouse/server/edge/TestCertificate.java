package dev.gatehouse.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.http.listen.Certificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate for localhost, made by the JDK's keytool. */
record TestCertificate(Certificate files, KeyStore store) {
    private static final String PASSWORD = "not-a-secret";

    static TestCertificate write(Path folder, String name)
            throws IOException, GeneralSecurityException, InterruptedException {
        var file = folder.resolve(name + ".p12");
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-alias",
                        "edge",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".txt").toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        var key = store.getKey("edge", PASSWORD.toCharArray());
        var files = new Certificate(folder.resolve(name + ".crt"), folder.resolve(name + ".key"));
        Files.writeString(
                files.chain(), pem("CERTIFICATE", store.getCertificate("edge").getEncoded()));
        Files.writeString(files.key(), pem("PRIVATE KEY", key.getEncoded()));
        return new TestCertificate(files, store);
    }

    /** Takes the place of another one's files. */
    void replace(TestCertificate other) throws IOException {
        Files.move(files.key(), other.files().key(), StandardCopyOption.REPLACE_EXISTING);
        Files.move(files.chain(), other.files().chain(), StandardCopyOption.REPLACE_EXISTING);
    }

    /** A client that believes this certificate and no other. */
    HttpClient client(HttpClient.Version version) throws GeneralSecurityException {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        var believed = KeyStore.getInstance("PKCS12");
        try {
            believed.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        believed.setCertificateEntry("edge", store.getCertificate("edge"));
        trust.init(believed);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().version(version).sslContext(context).build();
    }

    boolean isServedAt(int port) {
        try {
            return client(HttpClient.Version.HTTP_1_1)
                            .send(
                                    HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/health"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException | GeneralSecurityException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes), what);
    }
}
