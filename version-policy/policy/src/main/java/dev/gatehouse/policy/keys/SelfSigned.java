package dev.gatehouse.policy.keys;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The certificate (RFC 5280) that a key store wants beside every private key. Nobody trusts it: it only carries the public
 * key, its generation as serial number and the time of its creation.
 */
final class SelfSigned {
    /** 1.2.840.10045.4.3.2, ecdsa-with-SHA256. */
    private static final byte[] ECDSA_SHA256 = HexFormat.of().parseHex("06082a8648ce3d040302");
    /** 2.5.4.3, common name. */
    private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");
    /** RFC 5280 section 4.1.2.5: the date that stands for "no end". */
    private static final Instant NO_END = Instant.parse("9999-12-31T23:59:59Z");

    private SelfSigned() {}

    static X509Certificate certificate(KeyPair pair, int generation, Instant created) throws GeneralSecurityException {
        var algorithm = Der.sequence(ECDSA_SHA256);
        var name = Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.utf8("Gatehouse signing key " + generation))));
        var content = Der.sequence(
                Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
                Der.integer(BigInteger.valueOf(generation)),
                algorithm,
                name,
                Der.sequence(Der.generalizedTime(created), Der.generalizedTime(NO_END)),
                name,
                pair.getPublic().getEncoded());
        var signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(pair.getPrivate());
        signer.update(content);
        var certificate = Der.sequence(content, algorithm, Der.bitString(signer.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
    }
}
