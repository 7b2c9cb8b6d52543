package dev.gatehouse.findings.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import org.junit.jupiter.api.Test;

class YamlFileTest {

    @Test
    void aValueKnowsItsPlace() {
        var value = YamlFile.parse("p.yml", "gate:\n  count: many\n")
                .require("gate")
                .map()
                .require("count");
        assertThat(value.where()).isEqualTo("p.yml:2:10");
        assertThatThrownBy(value::integer)
                .isInstanceOf(BadInput.class)
                .hasMessage("p.yml:2:10: expected a whole number, found 'many'");
    }

    @Test
    void anUnknownKeyNamesTheNearestKnownOne() {
        var map = YamlFile.parse("p.yml", "gate: 1\npolciy: 2\n");
        assertThatThrownBy(() -> map.only("gate", "policy"))
                .hasMessage("p.yml:2:1: unknown key 'polciy'; did you mean 'policy'?");
    }

    @Test
    void brokenYamlNamesItsPlace() {
        assertThatThrownBy(() -> YamlFile.parse("p.yml", "a: [1, 2\nb: 3"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("p.yml:2:");
    }

    @Test
    void aDuplicateKeyIsRefused() {
        assertThatThrownBy(() -> YamlFile.parse("p.yml", "a: 1\na: 2\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("p.yml:2:1");
    }

    @Test
    void aBillionLaughsIsRefusedAtOnce() {
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d]\n"
                    .formatted(i, i, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1));
        }
        assertThatThrownBy(() -> YamlFile.parse("p.yml", bomb.toString())).isInstanceOf(BadInput.class);
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> YamlFile.parse("p.yml", "a: " + "[".repeat(100_000)))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void anEmptyFileHasNoKeys() {
        assertThat(YamlFile.parse("p.yml", "# nothing\n").keys()).isEmpty();
    }
}
