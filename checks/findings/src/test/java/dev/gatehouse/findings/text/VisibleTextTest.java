package dev.gatehouse.findings.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VisibleTextTest {
    private static final String HOSTILE = "\u001b[31ma\nb\tc\u202egpj\u2028\u0085\ud800";

    @Test
    void exactLosesNothing() {
        assertThat(VisibleText.exact(HOSTILE))
                .isEqualTo("[U+001B][31ma[U+000A]b[U+0009]c[U+202E]gpj[U+2028][U+0085][U+D800]");
    }

    @Test
    void aLineHasSpacesForLineBreaks() {
        assertThat(VisibleText.line(" a\r\nb\t\tc \n")).isEqualTo("a b c");
    }

    @Test
    void aBlockKeepsItsLines() {
        assertThat(VisibleText.block("a\r\n\tb\rc")).isEqualTo("a\n\tb[U+000D]c");
    }

    @Test
    void aWordIsCutAndSaysSo() {
        assertThat(VisibleText.word("x".repeat(60))).isEqualTo("x".repeat(60));
        assertThat(VisibleText.word("x".repeat(61))).isEqualTo("x".repeat(60) + "…");
        assertThat(VisibleText.word("\u202e".repeat(1_000_000))).hasSize(61);
    }

    @Property
    void whatIsShownSteersNothingAndStaysAsItIs(@ForAll String text) {
        assertThat(VisibleText.exact(text)).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");
        assertThat(VisibleText.brief(text)).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");
        assertThat(VisibleText.exact(VisibleText.exact(text))).isEqualTo(VisibleText.exact(text));
        assertThat(VisibleText.brief(text)
                        .codePointCount(0, VisibleText.brief(text).length()))
                .isLessThanOrEqualTo(301);
    }
}
