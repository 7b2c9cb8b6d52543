package dev.gatehouse.engine.sca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.protocol.sca.Vulnerability;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.owasp.dependencycheck.data.nvd.ecosystem.CveEcosystemMapper;
import org.owasp.dependencycheck.data.update.nvd.api.CveApiJson20CveItemSource;

/** Which words of a feed make Dependency-Check pass over Java libraries. */
class EcosystemTest {

    @Test
    void theTextOfTheEmbeddedFeedNamesNone() throws Exception {
        assertThat(ecosystem(Vulnerability.NO_DESCRIPTION)).isNull();
    }

    @Test
    void wordsOfOtherEcosystemsDo() throws Exception {
        assertThat(ecosystem("A buffer overflow in the parser.")).isEqualTo("native");
        assertThat(ecosystem("A flaw in index.php lets attackers in.")).isEqualTo("php");
    }

    @SuppressWarnings("try") // the item source declares that closing may throw anything
    private static @Nullable String ecosystem(String description) throws Exception {
        var feed = """
                {"vulnerabilities": [{"cve": {"id": "CVE-2021-0001", "vulnStatus": "Analyzed",
                  "published": "2021-01-01T00:00:00.000", "lastModified": "2021-01-01T00:00:00.000",
                  "descriptions": [{"lang": "en", "value": "%s"}], "references": []}}]}""".formatted(description);
        try (var items =
                new CveApiJson20CveItemSource(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)))) {
            return new CveEcosystemMapper().getEcosystem(items.next());
        }
    }
}
