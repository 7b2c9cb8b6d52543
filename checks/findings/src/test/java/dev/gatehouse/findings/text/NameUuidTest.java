package dev.gatehouse.findings.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameUuidTest {
    @Test
    void theSameNameHasTheOneThatTheStandardGivesIt() {
        // RFC 9562, appendix A.4
        var dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        var name = "www.example.com".getBytes(StandardCharsets.UTF_8);

        assertThat(NameUuid.of(dns, name)).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
        assertThat(NameUuid.of("www.example.com"))
                .isEqualTo(NameUuid.of(name))
                .isNotEqualTo(NameUuid.of(dns, name))
                .hasToString("055b3058-7f2f-5fad-8fe2-1c4d5ba5d005");
    }
}
