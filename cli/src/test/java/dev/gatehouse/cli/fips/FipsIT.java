package dev.gatehouse.cli.fips;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.scan.Installed;
import dev.gatehouse.policy.fleet.FleetState;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Head;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installation with {@code --fips}: what it signs is believed without, and the reverse; and what it refuses to be. */
class FipsIT {
    private static final Path HOME =
            Path.of(System.getProperty("gatehouse.home")).toAbsolutePath().normalize();
    private static final int SECONDS = 90;

    @TempDir
    private Path folder = Path.of(".");

    private Installed installed = new Installed(Path.of("."), Path.of("."), Path.of("."), 256, Map.of());

    @BeforeEach
    void anInstallation() throws IOException {
        installed = Installed.cold(folder);
        Files.writeString(folder.resolve("passphrase"), "correct horse battery\n");
    }

    @Test
    void whatOneModeSignsTheOtherBelieves() throws Exception {
        new FileLedger(folder.resolve("ledger.jsonl"))
                .append(
                        Head.START,
                        FleetState.draft("ci", Map.of("eu", "7")),
                        Instant.now().minusSeconds(1));
        signed("keys.bcfks", "approved", "--fips");
        signed("keys.p12", "usual");

        verified("approved");
        verified("usual", "--fips");
        var foreign = run("keys", "list", "--fips", "--keystore", file("keys.p12"), "--passphrase-file", passphrase());
        assertThat(foreign.exit()).isEqualTo(2);
        assertThat(foreign.err()).contains("FIPS mode reads no PKCS#12 store");
        stated();
    }

    private void verified(String name, String... more) throws Exception {
        var words = new ArrayList<>(List.of("ledger", "verify", "--ledger", file("ledger.jsonl")));
        words.addAll(List.of("--checkpoint", file(name + ".json"), "--key", file(name + ".pub")));
        words.addAll(List.of(more));
        var ended = run(words.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.err()).isZero();
    }

    /** The inventory of a statement names the module that is in force, and the claim holds then only. */
    private void stated() throws Exception {
        Files.writeString(folder.resolve("statement.yml"), """
                title: t
                product: p
                contact: c
                evidence: {key: approved.pub}
                claims: [{kind: cryptography, title: 'FIPS 140 validated', fips: true}]
                """);
        var usual = run("statement", "--config", file("statement.yml"), "--out", file("usual"));
        assertThat(usual.out()).contains("does not hold  FIPS 140 validated");
        var approved = run("statement", "--fips", "--config", file("statement.yml"), "--out", file("approved"));
        assertThat(approved.out()).as(approved.err()).contains("holds          FIPS 140 validated");
        assertThat(folder.resolve("approved/statement.md"))
                .content()
                .contains("2.1.1", "CMVP 4943", "BCFKS", "scan engines run outside of it");
    }

    @Test
    void theModuleIsToldWithItsCertificate() throws Exception {
        var told = run("fips", "status");

        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.err()).isEmpty();
        assertThat(told.out())
                .contains("BC-FJA (Bouncy Castle FIPS Java API) 2.1.1", "CMVP 4943", "approved algorithms only");
        var mistyped = installed.with(Map.of("GATEHOUSE_FIPS", "yes")).run("fips", "status");
        assertThat(mistyped.exit()).isEqualTo(2);
        assertThat(mistyped.err()).isEqualTo("gatehouse: GATEHOUSE_FIPS is 'yes'; it is true or false\n");
    }

    @Test
    void aModuleThatIsMissingOrChangedIsRefusedInASentence() throws Exception {
        var jar = "bc-fips-2.1.1.jar";
        assertThat(refusal("missing", fips -> Files.delete(fips.resolve(jar)))).contains("damaged");
        assertThat(refusal("none", fips -> {
                    for (var name : List.of(jar, jarOf("gatehouse-fips"), jarOf("bctls-fips"), jarOf("bcutil-fips"))) {
                        Files.delete(fips.resolve(name));
                    }
                }))
                .contains("the module is not there");
        assertThat(refusal("one byte", fips -> {
                    var bytes = Files.readAllBytes(fips.resolve(jar));
                    bytes[bytes.length / 3] ^= 1;
                    Files.write(fips.resolve(jar), bytes);
                }))
                .contains("FIPS mode: ");
        assertThat(refusal("another file", fips -> {
                    // an archive may end with a comment, which no signature covers
                    var bytes = Files.readAllBytes(fips.resolve(jar));
                    bytes[bytes.length - 2] = 1;
                    Files.write(fips.resolve(jar), bytes);
                    Files.write(fips.resolve(jar), new byte[] {'x'}, StandardOpenOption.APPEND);
                }))
                .contains("is not the bc-fips-2.1.1.jar that was validated");
    }

    @Test
    void aServerKeepsPasswordsAndSpeaksTlsByTheModule() throws Exception {
        var certificate = certificate();
        var running = installed.start(
                "serve",
                "--fips",
                "--data",
                file("data"),
                "--listen",
                "127.0.0.1:0",
                "--operators",
                "off",
                "--tls-cert",
                file("tls.pem"),
                "--tls-key",
                file("tls.key"));
        try {
            var first = Pattern.compile("open (https://[^/]+)/welcome\\?code=([a-z0-9-]+)");
            var told = first.matcher(waitFor(running, first));
            assertThat(told.find()).isTrue();
            var made = HttpClient.newBuilder()
                    .sslContext(trusting(certificate))
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create(told.group(1) + "/welcome"))
                                    .header("content-type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString("code=" + told.group(2)
                                            + "&name=ada&fullName=Ada+Admin&password=correct+horse+battery"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(made.headers().firstValue("location"))
                    .as(made.body())
                    .hasValueSatisfying(place -> assertThat(place).contains("/login/authenticator"));
        } finally {
            running.process().destroy();
        }
        assertThat(running.process().waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("data/keys.bcfks")).exists();
        try (var kept = Files.walk(folder.resolve("data/vault"))) {
            assertThat(kept.filter(Files::isRegularFile).map(FipsIT::text))
                    .anyMatch(text -> text.contains("$pbkdf2-sha256$i="));
        }
    }

    private static String waitFor(Installed.Running running, Pattern wanted) throws Exception {
        for (int i = 0; i < SECONDS * 10; i++) {
            var said = Files.readString(running.out());
            if (wanted.matcher(said).find() || !running.process().isAlive()) {
                return said + Files.readString(running.err());
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nothing said: " + Files.readString(running.err()));
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A key and a certificate of its own for this machine, as PEM files. */
    private X509Certificate certificate() throws Exception {
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "tls",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file("tls.p12"),
                        "-storepass",
                        "correct horse battery")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertThat(made.waitFor())
                .as(Files.readString(folder.resolve("keytool.txt")))
                .isZero();
        var password = "correct horse battery".toCharArray();
        var store = KeyStore.getInstance(folder.resolve("tls.p12").toFile(), password);
        var certificate = (X509Certificate) store.getCertificate("tls");
        pem("tls.pem", "CERTIFICATE", certificate.getEncoded());
        pem("tls.key", "PRIVATE KEY", store.getKey("tls", password).getEncoded());
        return certificate;
    }

    private void pem(String name, String what, byte[] der) throws IOException {
        Files.writeString(
                folder.resolve(name),
                "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                        .formatted(what, Base64.getMimeEncoder().encodeToString(der), what));
    }

    private static SSLContext trusting(X509Certificate certificate) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("tls", certificate);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private interface Change {
        void on(Path fips) throws IOException;
    }

    /** What an installation says whose folder {@code fips} was changed so. */
    private String refusal(String name, Change change) throws Exception {
        var home = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(home.resolve("bin"));
        Files.copy(HOME.resolve("bin/gatehouse"), home.resolve("bin/gatehouse"), StandardCopyOption.COPY_ATTRIBUTES);
        for (var same : List.of("lib", "server")) {
            Files.createSymbolicLink(home.resolve(same), HOME.resolve(same));
        }
        Files.createDirectories(home.resolve("fips"));
        try (var jars = Files.list(HOME.resolve("fips"))) {
            for (var jar : jars.toList()) {
                Files.copy(jar, home.resolve("fips").resolve(jar.getFileName()));
            }
        }
        change.on(home.resolve("fips"));
        var builder = new ProcessBuilder(home.resolve("bin/gatehouse").toString(), "fips", "status")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("said.txt").toFile());
        builder.environment()
                .put(
                        "GATEHOUSE_JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        var process = builder.start();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        var said = Files.readString(home.resolve("said.txt"));
        assertThat(process.exitValue()).as(said).isEqualTo(2);
        assertThat(said.lines()).as(said).hasSize(1);
        assertThat(said).startsWith("gatehouse: ");
        return said;
    }

    private static String jarOf(String artifact) throws IOException {
        try (var jars = Files.list(HOME.resolve("fips"))) {
            return jars.map(jar -> String.valueOf(jar.getFileName()))
                    .filter(name -> name.startsWith(artifact))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void signed(String keystore, String name, String... more) throws Exception {
        for (var command : List.of(
                List.of("keys", "generate"),
                List.of("keys", "export-public", "--to", file(name + ".pub")),
                List.of("ledger", "checkpoint", "--ledger", file("ledger.jsonl"), "--to", file(name + ".json")))) {
            var words = new ArrayList<>(command);
            words.addAll(List.of(more));
            words.addAll(List.of("--keystore", file(keystore), "--passphrase-file", passphrase()));
            var ended = run(words.toArray(String[]::new));
            assertThat(ended.exit()).as("%s: %s", words, ended.err()).isZero();
        }
    }

    private Installed.Ended run(String... words) throws Exception {
        return installed.run(words);
    }

    private String passphrase() {
        return file("passphrase");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
