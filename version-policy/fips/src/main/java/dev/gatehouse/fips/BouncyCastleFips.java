package dev.gatehouse.fips;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.policy.json.Sha256;
import dev.gatehouse.policy.keys.StoreForm;
import dev.gatehouse.policy.module.CryptoModule;
import dev.gatehouse.policy.module.ModuleStart;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bouncycastle.crypto.CryptoServicesRegistrar;
import org.bouncycastle.crypto.fips.FipsStatus;
import org.bouncycastle.jcajce.provider.BouncyCastleFipsProvider;

/**
 * BC-FJA in approved-only mode. The jar has to be the file that the certificate is about: its own integrity test tells a
 * changed one, the digest in {@link ModuleFacts} tells another version.
 */
public final class BouncyCastleFips implements ModuleStart {
    /** Kept, since the platform forgets the level of a logger that nobody holds. What it says is told by exceptions, too. */
    private static final Logger LOG = Logger.getLogger("org.bouncycastle");

    private final ModuleFacts facts = ModuleFacts.load();

    @Override
    public CryptoModule start() {
        LOG.setLevel(Level.OFF);
        // read when the module's classes are loaded; its native parts would be unpacked into the temporary folder
        System.setProperty("org.bouncycastle.fips.approved_only", "true");
        System.setProperty("org.bouncycastle.native.cpu_variant", "java");
        var anchors = TrustAnchors.ofThisJava();
        try {
            OnlyProvider.install(new BouncyCastleFipsProvider());
            signOnce();
        } catch (GeneralSecurityException | LinkageError | AssertionError | RuntimeException e) {
            throw new BadInput(
                    "FIPS mode: %s of this installation is missing, damaged or did not pass its self-tests (%s); install Gatehouse anew"
                            .formatted(facts.jar(), reason(e)),
                    e);
        }
        refuseOtherThanValidated();
        anchors.install();
        return inForce()
                .orElseThrow(() -> new BadInput(
                        "FIPS mode: other providers of cryptography are there as well: " + OnlyProvider.names()));
    }

    @Override
    public Optional<CryptoModule> inForce() {
        if (!OnlyProvider.isInForce() || !FipsStatus.isReady() || !CryptoServicesRegistrar.isInApprovedOnlyMode()) {
            return Optional.empty();
        }
        return Optional.of(new CryptoModule(
                facts.name(), facts.version(), "%s, %s".formatted(facts.certificate(), facts.standard()), status()));
    }

    /** Runs the self-tests of what Gatehouse signs with, which the module puts off until they are needed. */
    private static void signOnce() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        var signed = signature.sign();
        signature.initVerify(pair.getPublic());
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("a signature of its own does not verify");
        }
    }

    private void refuseOtherThanValidated() {
        if (!FipsStatus.isReady()) {
            throw new BadInput("FIPS mode: the module is not ready: " + FipsStatus.getStatusMessage());
        }
        if (!CryptoServicesRegistrar.isInApprovedOnlyMode()) {
            throw new BadInput("FIPS mode: the module does not keep to approved algorithms");
        }
        var jar = jar();
        if (!digest(jar).equals(facts.sha256())) {
            throw new BadInput("FIPS mode: %s is not the %s that was validated; install Gatehouse anew"
                    .formatted(jar.getFileName(), facts.jar()));
        }
    }

    private static Path jar() {
        try {
            return Path.of(BouncyCastleFipsProvider.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the module's jar has no place", e);
        }
    }

    private static String digest(Path jar) {
        try {
            return Sha256.of(jar);
        } catch (IOException e) {
            throw new BadInput("FIPS mode: %s cannot be read".formatted(jar), e);
        }
    }

    private Map<String, String> status() {
        var status = new LinkedHashMap<String, String>();
        status.put("Module", "%s %s".formatted(facts.name(), facts.version()));
        status.put(
                "Certificate",
                "%s, %s; whether it is active: %s".formatted(facts.certificate(), facts.standard(), facts.list()));
        status.put("Jar", "%s, SHA-256 %s, the one that was validated".formatted(jar().getFileName(), facts.sha256()));
        status.put("Mode", "approved algorithms only; self-tests passed");
        status.put(
                "Providers", String.join(", ", OnlyProvider.names()) + "; no other does cryptography in this process");
        status.put("Signatures", "ECDSA P-256 with SHA-256 (FIPS 186-5)");
        status.put("Digests", "SHA-256 (FIPS 180-4)");
        status.put("Key store", StoreForm.here().protection());
        status.put(
                "Passwords",
                "PBKDF2 with HMAC-SHA-256 (SP 800-132), at least %d characters".formatted(SHORTEST_SECRET));
        status.put("Secrets", "AES-256-GCM (SP 800-38D)");
        status.put("Random bits", "HMAC_DRBG with SHA-512 (SP 800-90A), seeded by the platform");
        status.put("TLS", "1.2 and 1.3 by bctls-fips, with the module's algorithms");
        status.put(
                "Outside", "scan engines, Jenkins and browsers: processes of their own, with providers of their own");
        return status;
    }

    private static String reason(Throwable e) {
        var cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
