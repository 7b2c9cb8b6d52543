package dev.gatehouse.fips;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.CryptoServicesRegistrar;
import org.bouncycastle.crypto.fips.FipsDRBG;
import org.bouncycastle.jcajce.provider.BouncyCastleFipsProvider;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;

/** Takes every provider of the platform away and puts the module, with TLS on top of it, in their place. */
final class OnlyProvider {
    private static final int STRENGTH = 256;

    private OnlyProvider() {}

    /** The platform's source of entropy stays, behind the module's own generator (SP 800-90A, HMAC-SHA-512). */
    static void install(BouncyCastleFipsProvider module) throws NoSuchAlgorithmException {
        var entropy = SecureRandom.getInstanceStrong();
        var generator = FipsDRBG.SHA512_HMAC
                .fromEntropySource(entropy, false)
                .setSecurityStrength(STRENGTH)
                .setEntropyBitsRequired(STRENGTH)
                .build(entropy.generateSeed(STRENGTH / 16), false);
        CryptoServicesRegistrar.setSecureRandom(generator);
        for (var provider : Security.getProviders()) {
            Security.removeProvider(provider.getName());
        }
        Security.addProvider(module);
        Security.addProvider(new BouncyCastleJsseProvider("fips:" + module.getName()));
        // what the platform would take where nothing is named is gone
        Security.setProperty("securerandom.strongAlgorithms", "DEFAULT:" + module.getName());
        Security.setProperty("keystore.type", "BCFKS");
        Security.setProperty("ssl.KeyManagerFactory.algorithm", "PKIX");
    }

    /** Whether nobody else does any cryptography in this process. */
    static boolean isInForce() {
        return names().equals(List.of(BouncyCastleFipsProvider.PROVIDER_NAME, BouncyCastleJsseProvider.PROVIDER_NAME));
    }

    static List<String> names() {
        return Arrays.stream(Security.getProviders())
                .map(provider -> provider.getName())
                .toList();
    }
}
