package dev.gatehouse.findings.owasp;

import static dev.gatehouse.findings.Samples.code;
import static dev.gatehouse.findings.Samples.library;
import static dev.gatehouse.findings.Samples.request;
import static dev.gatehouse.findings.Samples.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.Acceptance;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.OwaspCategory;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.report.OwaspMatrix;
import dev.gatehouse.findings.report.OwaspMatrix.Coverage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwaspTop10Test {
    private static final OwaspTop10 OWASP = OwaspTop10.load();

    @Test
    void aListedWeaknessIsMappedInEveryEdition() {
        assertThat(ids(weakness(89))).isEqualTo(Map.of("2025", "A05:2025", "2021", "A03:2021", "2017", "A1:2017"));
        assertThat(OWASP.classify(weakness(89)).owasp().get("2025"))
                .containsExactly(new OwaspCategory("A05:2025", "Injection", false));
        assertThat(ids(weakness(611))).isEqualTo(Map.of("2025", "A02:2025", "2021", "A05:2021", "2017", "A4:2017"));
    }

    @Test
    void anEditionWithoutTheWeaknessIsAbsent() {
        assertThat(ids(weakness(918)).keySet()).doesNotContain("2017");
        assertThat(OWASP.classify(weakness()).owasp()).isEmpty();
        assertThat(OWASP.classify(weakness(999_999)).owasp()).isEmpty();
    }

    @Test
    void correctionsAreApplied() {
        assertThat(ids(weakness(477))).containsEntry("2025", "A03:2025");
        assertThat(ids(weakness(447))).containsEntry("2025", "A03:2025");
        assertThat(ids(weakness(259))).containsEntry("2021", "A07:2021");
    }

    @Test
    void anUnlistedWeaknessInheritsFromItsNearestListedAncestorAndSaysSo() {
        // CWE-943 is a child of CWE-74, which 2025 lists; 2017 lists CWE-943 itself
        assertThat(OWASP.classify(weakness(943)).owasp().get("2025"))
                .containsExactly(new OwaspCategory("A05:2025", "Injection", true));
        assertThat(OWASP.classify(weakness(943)).owasp().get("2017"))
                .containsExactly(new OwaspCategory("A1:2017", "Injection", false));
        // CWE-81 is a child of CWE-79 and so of no category but Injection, though CWE-707 is farther up
        assertThat(OWASP.classify(weakness(81)).owasp().get("2025"))
                .containsExactly(new OwaspCategory("A05:2025", "Injection", true));
    }

    @Test
    void nothingIsInheritedWhereAnotherWeaknessOfTheFindingIsListed() {
        assertThat(OWASP.classify(weakness(943, 79)).owasp().get("2025"))
                .containsExactly(new OwaspCategory("A05:2025", "Injection", false));
    }

    @Test
    void aVulnerableLibraryIsAComponentWhateverItsWeaknessIs() {
        var finding = library("pkg:maven/g/a@1", "a.jar", "CVE-1").withCwe(List.of(89));
        assertThat(ids(finding)).isEqualTo(Map.of("2025", "A03:2025", "2021", "A06:2021", "2017", "A9:2017"));
    }

    @Test
    void zapsOwnTagsWinForRequestsAndTheTableFillsTheOtherEditions() {
        var finding = request("GET", "http://localhost/", "/", null)
                .withCwe(List.of(693))
                .withTags(List.of("OWASP_2021_A05", "OWASP_2017_A06=https://example.org", "CWE-693", "OWASP_2021_A77"));
        assertThat(ids(finding)).isEqualTo(Map.of("2025", "A06:2025", "2021", "A05:2021", "2017", "A6:2017"));
        assertThat(ids(weakness(89).withTags(List.of("OWASP_2021_A05")))).containsEntry("2021", "A03:2021");
    }

    @Test
    void aMarkerOfASourceIsNoWeakness() {
        assertThat(OWASP.classify(weakness(20).withTags(List.of("informational")))
                        .owasp())
                .isEmpty();
    }

    @Test
    void thereAreTenCategoriesInEachOfThreeEditionsNewestFirst() {
        var matrices = OWASP.matrices(List.of(), List.of());
        assertThat(matrices).extracting(OwaspMatrix::edition).containsExactly("2025", "2021", "2017");
        assertThat(matrices)
                .allSatisfy(matrix -> assertThat(matrix.rows())
                        .hasSize(10)
                        .allSatisfy(row -> assertThat(row.notJudged()).endsWith(".")));
    }

    @Test
    void nothingIsGreenBecauseNothingLooked() {
        assertThat(OWASP.matrices(List.of(), List.of()))
                .flatExtracting(OwaspMatrix::rows)
                .extracting(OwaspMatrix.Row::coverage)
                .containsOnly(Coverage.NOT_LOOKED_AT);
        var failed = List.of(run(ScannerKind.SAST, ScannerStatus.FAILED), run(ScannerKind.SCA, ScannerStatus.SKIPPED));
        assertThat(OWASP.matrices(List.of(), failed))
                .flatExtracting(OwaspMatrix::rows)
                .extracting(OwaspMatrix.Row::coverage)
                .containsOnly(Coverage.NOT_LOOKED_AT);
    }

    @Test
    void aCategoryThatNoScannerHasRulesForIsNeverGreen() {
        var all = List.of(
                run(ScannerKind.SAST, ScannerStatus.COMPLETED),
                run(ScannerKind.SCA, ScannerStatus.COMPLETED),
                run(ScannerKind.DAST, ScannerStatus.COMPLETED));
        assertThat(OWASP.matrices(List.of(), all))
                .flatExtracting(OwaspMatrix::rows)
                .allSatisfy(row -> assertThat(row.coverage())
                        .isEqualTo(row.lookedAt().isEmpty() ? Coverage.NOT_LOOKED_AT : Coverage.NOTHING_FOUND));
        assertThat(row("A10:2017", List.of(), all).coverage()).isEqualTo(Coverage.NOT_LOOKED_AT);
    }

    @Test
    void aScannerThatHasRulesButDidNotRunIsNamed() {
        var codeOnly = List.of(run(ScannerKind.SAST, ScannerStatus.COMPLETED));
        var injection = row("A05:2025", List.of(), codeOnly);
        assertThat(injection.coverage()).isEqualTo(Coverage.PARTLY_LOOKED_AT);
        assertThat(injection.lookedAt()).containsExactly(ScannerKind.SAST);
        assertThat(injection.missing()).containsExactly(ScannerKind.DAST);
        assertThat(row("A03:2025", List.of(), codeOnly).coverage()).isEqualTo(Coverage.NOT_LOOKED_AT);
    }

    @Test
    void aScannerThatSawOnlyAPartLeavesTheCategoryPartlyLookedAt() {
        var partial = List.of(run(ScannerKind.SCA, ScannerStatus.PARTIAL));
        var components = row("A03:2025", List.of(), partial);
        assertThat(components.coverage()).isEqualTo(Coverage.PARTLY_LOOKED_AT);
        assertThat(components.missing()).containsExactly(ScannerKind.SCA);
        var completed = List.of(run(ScannerKind.SCA, ScannerStatus.COMPLETED));
        assertThat(row("A03:2025", List.of(), completed).coverage()).isEqualTo(Coverage.NOTHING_FOUND);
    }

    @Test
    void findingsAreCountedBySeverityAndAcceptedOnesApart() {
        var accepted = new Acceptance("ann", "test data", null, ".gatehouse.yml:3", null);
        var findings = List.of(
                OWASP.classify(weakness(89)),
                OWASP.classify(weakness(79)),
                OWASP.classify(weakness(79)).withAcceptance(accepted));
        var injection = row("A05:2025", findings, List.of(run(ScannerKind.SAST, ScannerStatus.COMPLETED)));
        assertThat(injection.coverage()).isEqualTo(Coverage.FINDINGS);
        assertThat(injection.findings()).isEqualTo(Map.of(Severity.HIGH, 2));
        assertThat(injection.accepted()).isEqualTo(1);
    }

    private static OwaspMatrix.Row row(
            String id, List<Finding> findings, List<dev.gatehouse.findings.model.ScannerRun> runs) {
        return OWASP.matrices(findings, runs).stream()
                .flatMap(matrix -> matrix.rows().stream())
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Finding weakness(Integer... cwe) {
        return code("shop.Cart", "add", 10, "c0ffee").withCwe(List.of(cwe));
    }

    private static Map<String, String> ids(Finding finding) {
        return OWASP.classify(finding).owasp().entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> String.join(
                                ",",
                                entry.getValue().stream().map(OwaspCategory::id).toList())));
    }
}
