package dev.gatehouse.server.control.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** By the test vectors of RFC 6238, appendix B, of which authenticators show the last six digits. */
class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @Test
    void codesAreThoseOfTheStandard() {
        Map.of(
                        59L, "287082",
                        1111111109L, "081804",
                        1111111111L, "050471",
                        1234567890L, "005924",
                        2000000000L, "279037",
                        20000000000L, "353130")
                .forEach((second, code) -> assertThat(Totp.code(SECRET, Totp.step(second)))
                        .as("at %d", second)
                        .isEqualTo(code));
    }

    @Test
    void aCodeCountsHalfAMinuteBeforeAndBehindAndNotTwice() {
        var code = Totp.code(SECRET, 100);
        assertThat(Totp.accept(SECRET, code, 99 * 30, 0)).hasValue(100);
        assertThat(Totp.accept(SECRET, code, 101 * 30 + 29, 0)).hasValue(100);
        assertThat(Totp.accept(SECRET, code, 98 * 30 + 29, 0)).isEmpty();
        assertThat(Totp.accept(SECRET, code, 102 * 30, 0)).isEmpty();
        assertThat(Totp.accept(SECRET, code, 100 * 30, 100)).isEmpty();
    }

    @Test
    void theSecretIsWrittenAsAuthenticatorsReadIt() {
        assertThat(Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Totp.uri("anna", SECRET))
                .isEqualTo("otpauth://totp/Gatehouse:anna?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Gatehouse");
    }
}
