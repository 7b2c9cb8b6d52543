package dev.gatehouse.fips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.text.NameUuid;
import dev.gatehouse.policy.keys.KeyRing;
import dev.gatehouse.policy.keys.PublicKeys;
import dev.gatehouse.policy.keys.SigningKey;
import dev.gatehouse.policy.module.CryptoModule;
import dev.gatehouse.policy.module.ModuleStart;
import dev.gatehouse.policy.signing.Envelope;
import dev.gatehouse.policy.signing.Signer;
import dev.gatehouse.policy.signing.Verifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real module, in force in this test's own process from the second line on. */
class BouncyCastleFipsTest {
    private static final String TYPE = "application/vnd.in-toto+json";
    private static final byte[] PAYLOAD = "what was decided".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path shared;

    private static byte[] signedBefore = new byte[0];
    private static List<PublicKey> keysBefore = List.of();
    private static CryptoModule module = new CryptoModule("", "", "", java.util.Map.of());

    @TempDir
    Path folder;

    @BeforeAll
    static void signedByThePlatformAndThenTheModuleAlone() {
        assertThat(ModuleStart.module())
                .as("not in force before it was started")
                .isEmpty();
        var ring = ring(shared.resolve("keys.p12"), "correct horse battery");
        ring.generate();
        keysBefore = ring.valid().stream().map(SigningKey::publicKey).toList();
        signedBefore = new Signer(ring.valid()).sign(TYPE, PAYLOAD).json().getBytes(StandardCharsets.UTF_8);

        module = ModuleStart.found().orElseThrow().start();
    }

    @Test
    void itIsTheValidatedModuleAndTheOnlyOne() {
        assertThat(ModuleStart.module()).contains(module);
        assertThat(module.version()).isEqualTo("2.1.1");
        assertThat(module.certificate()).isEqualTo("CMVP 4943, FIPS 140-3, level 1");
        assertThat(module.status())
                .containsEntry("Providers", "BCFIPS, BCJSSE; no other does cryptography in this process")
                .containsKeys("Jar", "Mode", "Outside");
        assertThat(new SecureRandom().getProvider().getName()).isEqualTo("BCFIPS");
    }

    @Test
    void whatIsNotApprovedIsNotToBeHad() {
        assertThatThrownBy(() -> MessageDigest.getInstance("MD5")).isInstanceOf(NoSuchAlgorithmException.class);
        assertThatThrownBy(() -> Cipher.getInstance("RC4")).isInstanceOf(NoSuchAlgorithmException.class);
        assertThatThrownBy(() -> KeyStore.getInstance("PKCS12")).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> {
                    var short1024 = KeyPairGenerator.getInstance("RSA");
                    short1024.initialize(1024);
                    short1024.generateKeyPair();
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("approved");
    }

    @Test
    void ed25519IsApprovedByThisModuleThoughNothingHereSignsWithIt() throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        assertThat(signature.sign()).hasSize(64);
        assertThat(signature.getProvider().getName()).isEqualTo("BCFIPS");
    }

    @Test
    void keysAreMadeAndRotatedAndSign() throws Exception {
        var ring = ring(folder.resolve("keys.bcfks"), "correct horse battery");
        ring.generate();
        ring.rotate();

        var keys = ring.valid();
        assertThat(keys).extracting(SigningKey::generation).containsExactly(2, 1);
        var envelope = new Signer(keys).sign(TYPE, PAYLOAD);
        assertThat(new Verifier(List.of(keys.get(1).publicKey())).verify(envelope, TYPE))
                .isEqualTo(PAYLOAD);
        var file = Files.writeString(
                folder.resolve("release.pub"), PublicKeys.pem(keys.get(0).publicKey()));
        assertThat(PublicKeys.read(file)).hasSize(1);
    }

    @Test
    void whatThePlatformSignedBeforeIsBelieved() throws Exception {
        var pem = Files.writeString(folder.resolve("release.pub"), PublicKeys.pem(keysBefore.get(0)));

        var verifier = new Verifier(PublicKeys.read(pem));
        assertThat(verifier.verify(Envelope.parse(signedBefore), TYPE)).isEqualTo(PAYLOAD);
    }

    @Test
    void aStoreOfTheOtherModeOrAnotherPassphraseIsASentence() {
        assertThatThrownBy(() -> ring(shared.resolve("keys.p12"), "correct horse battery")
                        .valid())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("FIPS mode reads no PKCS#12 store");
        var ring = ring(folder.resolve("keys.bcfks"), "correct horse battery");
        ring.generate();
        assertThatThrownBy(() -> ring(folder.resolve("keys.bcfks"), "correct horse batterx")
                        .valid())
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> ring(folder.resolve("keys.bcfks"), "thirteen-char"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("at least 14 characters");
    }

    @Test
    void aKeyOfAnotherAlgorithmIsRefused() throws Exception {
        var other = KeyPairGenerator.getInstance("EC");
        other.initialize(new ECGenParameterSpec("secp256k1"));
        var pem = Files.writeString(
                folder.resolve("other.pub"),
                PublicKeys.pem(other.generateKeyPair().getPublic()));
        assertThatThrownBy(() -> PublicKeys.read(pem))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no ECDSA P-256 public key");

        var store = KeyStore.getInstance("BCFKS");
        store.load(null, null);
        store.setCertificateEntry("a", rsaCertificate());
        var passphrase = "correct horse battery".toCharArray();
        try (var out = Files.newOutputStream(folder.resolve("keys.bcfks"))) {
            store.store(out, passphrase);
        }
        assertThatThrownBy(() -> ring(folder.resolve("keys.bcfks"), "correct horse battery")
                        .valid())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no ECDSA P-256 key");
    }

    @Test
    void theRestOfTheHouseGetsByOnApprovedAlgorithms() {
        assertThatCode(() -> {
                    NameUuid.of("a");
                    SSLContext.getDefault();
                    SecureRandom.getInstanceStrong().nextLong();
                })
                .doesNotThrowAnyException();
    }

    /** Somebody's self-signed certificate of an RSA key; only that it is one matters. */
    private static Certificate rsaCertificate() throws IOException, GeneralSecurityException {
        try (var in = BouncyCastleFipsTest.class.getResourceAsStream("rsa.pem")) {
            assertThat(in).isNotNull();
            var pem = new String(in.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----|\\s", "");
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getDecoder().decode(pem)));
        }
    }

    private static KeyRing ring(Path file, String passphrase) {
        return new KeyRing(file, passphrase.toCharArray(), Clock.systemUTC(), new SecureRandom());
    }
}
