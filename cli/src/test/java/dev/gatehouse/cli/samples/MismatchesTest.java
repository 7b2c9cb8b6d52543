package dev.gatehouse.cli.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.YamlFile;
import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.OwaspCategory;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The yardstick itself: each kind of mismatch is told, and a scan that is right has none. */
class MismatchesTest {
    private static final Expectations EXPECTED = Expectations.of(YamlFile.parse("expectations.yml", """
            code:
              - {id: weak, category: 'A05:2025', scanner: sast, at: 'a.B#weak', must: find, rules: [SQL], cwe: 89}
              - {id: twin, category: 'A05:2025', scanner: sast, at: 'a.B#fixed', must: not-find}
              - {id: wrong, category: 'A05:2025', scanner: sast, at: 'a.C#fixed', must: known-false-positive,
                 rules: [XSS], note: it is encoded}
            """));
    private static final Finding WEAK = finding("SQL", "B", "weak").withCwe(List.of(89));
    private static final Finding KNOWN = finding("XSS", "C", "fixed");

    @Test
    void aRightScanHasNone() {
        assertThat(mismatches(WEAK, KNOWN)).isEmpty();
    }

    @Test
    void aMissedWeaknessIsTold() {
        assertThat(mismatches(KNOWN)).containsExactly("weak (expectations.yml:2): SQL is not reported at a.B#weak");
    }

    @Test
    void aFindingOnATwinIsTold() {
        assertThat(mismatches(WEAK, KNOWN, finding("ANY", "B", "fixed")))
                .containsExactly("twin (expectations.yml:3): ANY is reported, but is not there at a.B#fixed");
    }

    @Test
    void aKnownFalsePositiveThatIsGoneIsTold() {
        assertThat(mismatches(WEAK)).singleElement().asString().contains("XSS is not reported any more");
        assertThat(mismatches(WEAK, KNOWN, finding("SQL", "C", "fixed")))
                .singleElement()
                .asString()
                .contains("SQL is reported");
    }

    @Test
    void aWrongCweOrCategoryIsTold() {
        assertThat(mismatches(WEAK.withCwe(List.of(90)), KNOWN))
                .singleElement()
                .asString()
                .contains("CWE-89");
        assertThat(mismatches(WEAK.withOwasp(Map.of()), KNOWN))
                .singleElement()
                .asString()
                .contains("A05:2025");
    }

    @Test
    void aFindingWhereNobodyExpectsOneIsTold() {
        assertThat(mismatches(WEAK, KNOWN, finding("SQL", "D", "other")))
                .containsExactly("SQL is reported at a.D#other, which no entry names");
    }

    @Test
    void aFalsePositiveNeedsItsReason() {
        var entry = "code: [{id: x, category: 'A05:2025', scanner: sast, at: 'a.C#x', must: known-false-positive}]";
        assertThatThrownBy(() -> Expectations.of(YamlFile.parse("e.yml", entry)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("needs a note");
    }

    private static List<String> mismatches(Finding... findings) {
        return Mismatches.between(EXPECTED, ScannerKind.SAST, List.of(findings));
    }

    private static Finding finding(String rule, String type, String method) {
        var place = new Location.Code("m", null, "a." + type, method + "()V", 1, 1, "");
        return Finding.seen(ScannerKind.SAST, rule, rule, Severity.MEDIUM, place, Evidence.NONE)
                .withOwasp(Map.of("2025", List.of(new OwaspCategory("A05:2025", "Injection", false))));
    }
}
