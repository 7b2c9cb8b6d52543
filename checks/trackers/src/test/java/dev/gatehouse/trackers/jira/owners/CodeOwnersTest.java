package dev.gatehouse.trackers.jira.owners;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeOwnersTest {
    private static final CodeOwners FILE = CodeOwners.parse("""
            # who answers for what
            *                 @all
            *.sql             db@shop.example
            /api/             @org/api @ada   # the team, then a person
            docs/*            @writer
            apps/**/gen       @machine
            web\\ shop/**     @spaces
            /api/internal/
            [Section]
            """);

    @ParameterizedTest
    @CsvSource({
        "README.md, @all",
        "a/b/schema.sql, db@shop.example",
        "api/Cart.java, @org/api @ada",
        "api/deep/down/Cart.java, @org/api @ada",
        "other/api/Cart.java, @all",
        "docs/index.md, @writer",
        "docs/deep/index.md, @all",
        "apps/a/b/gen/X.java, @machine",
        "web shop/x, @spaces"
    })
    void lastPatternThatFitsDecides(String path, String owners) {
        assertThat(FILE.of(path)).containsExactly(owners.split(" "));
    }

    @Test
    void patternWithoutOwnersTakesThemAway() {
        assertThat(FILE.of("api/internal/Secret.java")).isEmpty();
    }
}
