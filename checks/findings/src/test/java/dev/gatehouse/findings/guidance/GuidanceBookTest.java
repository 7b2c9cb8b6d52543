package dev.gatehouse.findings.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GuidanceBookTest {
    private final GuidanceBook book = GuidanceBook.load();

    @Test
    void everyTypeHasATitleADescriptionAndAFix() {
        assertThat(book.types()).hasSizeGreaterThan(160).allSatisfy(type -> {
            var guidance = book.of(type, List.of());
            assertThat(guidance.title()).isNotBlank().doesNotContain("_");
            assertThat(guidance.description()).hasSizeGreaterThan(35).doesNotStartWith(" ");
            assertThat(guidance.advice()).hasSizeGreaterThan(25);
        });
    }

    @Test
    void anUnknownTypeIsExplainedByItsCwe() {
        assertThat(book.of("SQL_INJECTION_TOMORROW", List.of(89)).description())
                .isEqualTo(book.of("SQL_INJECTION_JDBC", List.of(89)).description());
    }

    @Test
    void withoutAKnownCweThereIsGeneralAdvice() {
        assertThat(book.of("SOMETHING", List.of()).remediation()).isNotBlank();
    }

    @Test
    void adviceShowsCodeBeforeAndAfter() {
        assertThat(book.of("WEAK_MESSAGE_DIGEST_MD5", List.of(328)).advice())
                .contains("Instead of:\n\n    MessageDigest.getInstance(\"MD5\");")
                .contains("write:\n\n    MessageDigest.getInstance(\"SHA-256\");");
    }
}
