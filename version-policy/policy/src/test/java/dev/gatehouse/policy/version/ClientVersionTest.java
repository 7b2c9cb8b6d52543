package dev.gatehouse.policy.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientVersionTest {

    @ParameterizedTest
    @CsvSource({
        "4.2, 4.2.0",
        "4.2.0, 4.2.0",
        "4.2.0.1187, 4.2.0 (1187)",
        "4.2.0 (1187), 4.2.0 (1187)",
        "4.2 (1187), 4.2.0 (1187)",
        "4.2.0-rc.1, 4.2.0-rc.1",
        "4.2.0-rc.1.7 (12), 4.2.0-rc.1.7 (12)",
        "4.2.0.0, 4.2.0"
    })
    void oddShapesHaveOneMeaning(String text, String meaning) {
        assertThat(ClientVersion.parse(text)).hasToString(meaning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4", "4.2.0.1187.5", "4.2.0(1187)", "4.2.0 (x)", "4.2.0 ()", "4.02", "v4.2", "4.2-rc", "", "4..2"
            })
    void whatIsNeitherIsRefusedWithTheKnownShapes(String text) {
        assertThatThrownBy(() -> ClientVersion.parse(text))
                .isInstanceOf(BadInput.class)
                .hasMessage("'%s' is no client version: write it as 4.3.0, 4.3, 4.3.0.1187, 4.3.0 (1187) or 4.3.0-rc.1"
                        .formatted(text));
    }

    @Test
    void theBuildNumberDecidesBetweenEqualVersions() {
        assertThat(ClientVersion.parse("4.2.0.9")).isLessThan(ClientVersion.parse("4.2.0 (10)"));
        assertThat(ClientVersion.parse("4.2.0.9999")).isLessThan(ClientVersion.parse("4.2.1"));
    }

    @Test
    void buildMetadataMakesNoOtherVersionForTheUser() {
        var plain = ClientVersion.parse("4.2.0");
        assertThat(plain.isSameAs(ClientVersion.parse("4.2.0+ci.7"))).isTrue();
        assertThat(plain.isSameAs(ClientVersion.parse("4.2.0.1"))).isFalse();
    }
}
