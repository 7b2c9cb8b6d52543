package dev.gatehouse.scanners.dast.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private final Secrets secrets = new Secrets(List.of("correct horse"));

    @Test
    void credentialsOfTheScanAreMaskedWhereverTheyStand() {
        assertThat(secrets.mask("<p>correct horse</p>")).isEqualTo("<p>***</p>");
    }

    @Test
    void headersThatLogInAreMasked() {
        var head = "GET / HTTP/1.1\nAuthorization: Bearer abcdef\nCookie: a=b; JSESSIONID=1234\nAccept: text/html";
        assertThat(secrets.mask(head))
                .contains("Authorization: ***", "Cookie: ***", "Accept: text/html")
                .doesNotContain("abcdef", "1234");
    }

    @Test
    void theValueOfACookieIsMaskedAndItsFlagsStay() {
        assertThat(secrets.mask("Set-Cookie: visitor=3f2a; Path=/; HttpOnly"))
                .isEqualTo("Set-Cookie: visitor=***; Path=/; HttpOnly");
    }

    @Test
    void fieldsThatAreNamedLikeSecretsAreMasked() {
        assertThat(secrets.mask("user=ada&password=abc123&next=/")).isEqualTo("user=ada&password=***&next=/");
        assertThat(secrets.mask("{\"api_key\": \"k-123456\", \"name\": \"x\"}"))
                .isEqualTo("{\"api_key\": \"***\", \"name\": \"x\"}");
    }
}
