package dev.gatehouse.trackers.github.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.findings.BadInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    /** In front of the PKCS #1 key in PKCS #8 of a 2048-bit RSA key. */
    private static final int PKCS8_HEADER = 26;

    @TempDir
    private Path folder;

    @Test
    void appSignsWhatItsPublicKeyVerifiesFromEitherFormOfKeyFile() throws Exception {
        var keys = keys();
        var pkcs8 = keys.getPrivate().getEncoded();
        var pkcs1 = Arrays.copyOfRange(pkcs8, PKCS8_HEADER, pkcs8.length);
        for (var pem : new String[] {pem("PRIVATE KEY", pkcs8), pem("RSA PRIVATE KEY", pkcs1)}) {
            var file = Files.writeString(folder.resolve("key.pem"), pem);
            var app = (Credentials.App) Credentials.of(
                    Map.of("GATEHOUSE_GITHUB_APP_ID", "12345", "GATEHOUSE_GITHUB_APP_KEY_FILE", file.toString()));

            var parts = AppJwt.sign(app, NOW).split("\\.", -1);

            var verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(keys.getPublic());
            verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            assertThat(verifier.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
            var claims =
                    JsonMapper.builder().build().readTree(Base64.getUrlDecoder().decode(parts[1]));
            assertThat(claims.path("iss").asText()).isEqualTo("12345");
            assertThat(claims.path("exp").asLong() - claims.path("iat").asLong())
                    .isEqualTo(600);
            assertThat(app.toString()).doesNotContain("RSA");
        }
    }

    @Test
    void damagedKeyIsToldWithoutShowingIt() {
        var text = "-----BEGIN RSA PRIVATE KEY-----\nc2VjcmV0\n-----END RSA PRIVATE KEY-----";
        assertThatThrownBy(
                        () -> Credentials.of(Map.of("GATEHOUSE_GITHUB_APP_ID", "1", "GATEHOUSE_GITHUB_APP_KEY", text)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("damaged")
                .hasMessageNotContaining("c2Vj")
                .hasNoCause();
    }

    @Test
    void onlyInstallationTokensMayCreateChecks() {
        assertThat(Credentials.of(Map.of("GITHUB_TOKEN", "ghs_x")).mayCreateChecks())
                .isTrue();
        var person = Credentials.of(Map.of("GATEHOUSE_GITHUB_TOKEN", "ghp_secret", "GITHUB_TOKEN", "ghs_x"));
        assertThat(person.mayCreateChecks()).isFalse();
        assertThat(person.toString()).doesNotContain("secret");
    }

    @Test
    void noneAreAskedForByTheNamesOfTheVariables() {
        assertThatThrownBy(() -> Credentials.of(Map.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("GATEHOUSE_GITHUB_TOKEN");
    }

    private static KeyPair keys() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String pem(String name, byte[] der) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(name, lines, name);
    }
}
