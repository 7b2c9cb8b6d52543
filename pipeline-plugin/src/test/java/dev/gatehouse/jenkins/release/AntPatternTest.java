package dev.gatehouse.jenkins.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AntPatternTest {

    @ParameterizedTest
    @CsvSource({
        "**/*.jar, shop.jar, true",
        "**/*.jar, a/b/shop.jar, true",
        "*.jar, a/shop.jar, false",
        "out/**, out/a/b.txt, true",
        "out/, out/a/b.txt, true",
        "out/, output/a.txt, false",
        "a/**/z.ipa, a/z.ipa, true",
        "a/**/z.ipa, a/b/c/z.ipa, true",
        "**/b/**, a/b/c, true",
        "shop-?.ipa, shop-1.ipa, true",
        "shop-?.ipa, shop-12.ipa, false",
        "shop.ipa, shopXipa, false",
        "a[1].jar, a[1].jar, true",
        "a[1].jar, a1.jar, false",
        "*.ipa, SHOP.IPA, false",
    })
    void namesFilesAsAntDoes(String pattern, String file, boolean matches) {
        assertThat(new AntPattern(pattern).matches(Path.of(file))).isEqualTo(matches);
    }
}
