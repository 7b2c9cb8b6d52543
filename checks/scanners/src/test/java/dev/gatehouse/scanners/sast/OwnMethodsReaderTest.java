package dev.gatehouse.scanners.sast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.engine.protocol.sast.OwnMethods;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnMethodsReaderTest {

    @Test
    void sanitizersAndValidatorsAreRead() {
        assertThat(read("""
                triage:
                  sanitizers:
                    - {method: shop.web.Escape$Html.text, for: html}
                  validators:
                    - {method: shop.Names.require, for: [sql, path]}
                """))
                .isEqualTo(new OwnMethods(
                        List.of(new OwnMethods.Method("shop.web.Escape$Html", "text", List.of("html"))),
                        List.of(new OwnMethods.Method("shop.Names", "require", List.of("sql", "path")))));
    }

    @Test
    void withoutTheSectionNothingIsSaid() {
        assertThat(read("version: 1")).isEqualTo(OwnMethods.NONE);
        assertThat(OwnMethodsReader.read(null)).isEqualTo(OwnMethods.NONE);
    }

    @Test
    void mistakesAreToldWithTheirPlace() {
        assertWrong("triage: {sanitisers: []}", "f.yml:1:10: unknown key 'sanitisers'; did you mean 'sanitizers'?");
        assertWrong("triage: {sanitizers: [{method: escape, for: sql}]}", "'escape' names no method");
        assertWrong("triage: {sanitizers: [{method: a.b.c(), for: sql}]}", "'a.b.c()' names no method");
        assertWrong("triage: {sanitizers: [{method: a.B.c, for: sqll}]}", "'sqll' is no use that triage knows");
        assertWrong("triage: {validators: [{method: a.B.c}]}", "'for' is missing");
        assertWrong("triage: {validators: [{method: a.B.c, for: sql, to: x}]}", "unknown key 'to'");
    }

    private static void assertWrong(String text, String sentence) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(BadInput.class).hasMessageContaining(sentence);
    }

    private static OwnMethods read(String text) {
        return OwnMethodsReader.read(GatehouseFile.parse("f.yml", Path.of(""), text));
    }
}
