package dev.gatehouse.policy.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SemVerTest {

    @Test
    void examplesOfTheSpecificationAreInItsOrder() {
        var ordered = List.of(
                        "1.0.0-alpha",
                        "1.0.0-alpha.1",
                        "1.0.0-alpha.beta",
                        "1.0.0-beta",
                        "1.0.0-beta.2",
                        "1.0.0-beta.11",
                        "1.0.0-rc.1",
                        "1.0.0",
                        "2.0.0",
                        "2.1.0",
                        "2.1.1")
                .stream()
                .map(SemVer::parse)
                .toList();
        var shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(shuffled.stream().sorted()).isEqualTo(ordered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.4",
                "1.0.0-0A.is.legal",
                "1.1.2+meta-valid",
                "1.0.0-alpha.1.valid+build.1.e",
                "1.0.0--.--.-",
                "1.2.3----RC-SNAPSHOT.12.9.1--.12+788",
                "99999999999999999999999.999999999999999999.99999999999999999",
                "1.0.0+0.build.1-rc.10000aaa-kk-0.1"
            })
    void aValidVersionIsReadAndWrittenUnchanged(String text) {
        assertThat(SemVer.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2",
                "1.2.3-",
                "1.2.3+",
                "01.1.1",
                "1.01.1",
                "1.2.3-0123",
                "1.2.3-a..b",
                "1.2.3-.a",
                "1.2.3+a+b",
                "1.2.3.4",
                "v1.2.3",
                " 1.2.3",
                "1.2.3 ",
                "1.2.3\n",
                "-1.0.3",
                "1.2.3-ä",
                "١.٢.٣"
            })
    void whatIsNoVersionIsRefused(String text) {
        assertThatThrownBy(() -> SemVer.parse(text))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is no semantic version: write it as 4.3.0");
    }

    @Test
    void aHostileTextIsRefusedInOneShortHarmlessLine() {
        assertThatThrownBy(() -> SemVer.parse("1.0.0-" + "\u001b[31m\n\u202e" + "a.".repeat(100_000)))
                .isInstanceOf(BadInput.class)
                .satisfies(
                        e -> assertThat(e.getMessage()).hasSizeLessThan(300).doesNotContain("\u001b", "\n", "\u202e"));
    }

    @Test
    void buildMetadataHasNoSayInPrecedence() {
        var a = SemVer.parse("1.0.0+1");
        var b = SemVer.parse("1.0.0+2");
        assertThat(a.precedes(b)).isFalse();
        assertThat(b.precedes(a)).isFalse();
        assertThat(a).isNotEqualTo(b).isLessThan(b);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 2.0.0, MAJOR",
        "1.2.3, 1.3.0, MINOR",
        "1.2.3, 1.2.9, PATCH",
        "1.2.3, 1.3.0-rc.1, MINOR",
        "1.3.0-rc.1, 1.3.0-rc.2, PRE_RELEASE",
        "1.3.0-rc.2, 1.3.0, PRE_RELEASE"
    })
    void theBumpIsTheHighestPartThatDiffers(String from, String to, Bump bump) {
        assertThat(Bump.between(SemVer.parse(from), SemVer.parse(to))).contains(bump);
        assertThat(Bump.between(SemVer.parse(to), SemVer.parse(from))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MAJOR, 2.0.0", "MINOR, 1.3.0", "PATCH, 1.2.4", "PRE_RELEASE, 1.2.3"})
    void theNextVersionSkipsNothing(Bump bump, String next) {
        assertThat(SemVer.parse("1.2.3-rc.1+5").next(bump)).hasToString(next);
    }
}
