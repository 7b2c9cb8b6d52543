package dev.gatehouse.findings.purl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageUrlTest {

    @Test
    void isReadIntoItsParts() {
        var purl = PackageUrl.of("pkg:Maven/org.example/lib@1.0%2B7?Type=war&classifier=a%20b#sub/path");
        assertThat(purl.type()).isEqualTo("maven");
        assertThat(purl.namespace()).isEqualTo("org.example");
        assertThat(purl.name()).isEqualTo("lib");
        assertThat(purl.version()).isEqualTo("1.0+7");
        assertThat(purl.qualifiers()).containsEntry("type", "war").containsEntry("classifier", "a b");
        assertThat(PackageUrl.of("pkg:npm/@angular/core@1.0").withoutVersion()).isEqualTo("pkg:npm/@angular/core");
    }

    @ParameterizedTest
    @CsvSource({
        "pkg:maven/g/a@1.0, pkg:maven/g/a@1.0, true",
        "pkg:maven/g/a@1.0, pkg:maven/g/a@1.0?type=jar, true",
        "pkg:maven/g/a@1.0?type=jar, pkg:maven/g/a@1.0, true",
        "pkg:maven/g/a@1.0?type=war, pkg:maven/g/a@1.0, false",
        "pkg:maven/g/a@1.0?classifier=x, pkg:maven/g/a@1.0, false",
        "pkg:maven/g/a@1.0, pkg:maven/g/a@1.0.0, false",
        "pkg:maven/g/a@1.0, pkg:maven/g/a@1.0.1, false",
        "pkg:maven/g/a@1, pkg:maven/g/a@1.0, false",
        "pkg:maven/g/a, pkg:maven/g/a@1.0, false",
        "pkg:maven/g/a@*, pkg:maven/g/a@1.0, false",
        "pkg:maven/g/a@1.0, pkg:maven/g/a, false",
        "pkg:maven/G/a@1.0, pkg:maven/g/a@1.0, false",
        "pkg:npm/g/a@1.0, pkg:maven/g/a@1.0, false",
        "pkg:maven/g/a%401.0@2, pkg:maven/g/a@1.0%402, false",
        "pkg:maven/g/h%2Fa@1.0, pkg:maven/g/h/a@1.0, false",
    })
    void coversTheSamePackageInTheSameVersionOnly(String said, String found, boolean covers) {
        assertThat(PackageUrl.of(said).covers(PackageUrl.of(found))).isEqualTo(covers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "maven/g/a", "pkg:maven", "pkg:maven/", "pkg:1/g/a", "pkg:ma ven/g/a", "pkg:maven/g/a%2"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> PackageUrl.of(text))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no package URL");
    }

    @Test
    void aLongOneIsRefusedShortly() {
        assertThatThrownBy(() -> PackageUrl.of("pkg:maven/g/" + "a".repeat(100_000)))
                .isInstanceOf(BadInput.class)
                .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(300));
    }
}
