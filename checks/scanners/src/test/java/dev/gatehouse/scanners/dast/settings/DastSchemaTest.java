package dev.gatehouse.scanners.dast.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema that editors use and the reader know the same keys. */
class DastSchemaTest {
    private static final Path SCHEMA = Path.of("..", "..", "docs", "schema", "gatehouse-policy.schema.json");

    @ParameterizedTest
    @EnumSource(DastKeys.class)
    void theReaderKnowsTheKeysOfTheSchema(DastKeys place) throws Exception {
        var schema = JsonMapper.builder().build().readTree(Files.readString(SCHEMA));
        var definition = schema.path("$defs").path(place.name());
        assertThat(definition.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(definition.path("properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(place.keys());
    }
}
