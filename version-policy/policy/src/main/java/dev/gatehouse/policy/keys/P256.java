package dev.gatehouse.policy.keys;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.EllipticCurve;

/**
 * The curve P-256 of SP 800-186 §3.2.1.3, the only one that signs here. Told by its numbers: others have 256 bits as well,
 * and not all of them are approved.
 */
final class P256 {
    private static final BigInteger PRIME = hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    private static final BigInteger ORDER = hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    private static final EllipticCurve CURVE = new EllipticCurve(
            new ECFieldFp(PRIME),
            PRIME.subtract(BigInteger.valueOf(3)),
            hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b"));

    private P256() {}

    static boolean isKey(PublicKey key) {
        return key instanceof ECPublicKey ec
                && ec.getParams().getCurve().equals(CURVE)
                && ec.getParams().getOrder().equals(ORDER);
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }
}
