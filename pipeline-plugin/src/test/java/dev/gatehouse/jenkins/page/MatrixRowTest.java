package dev.gatehouse.jenkins.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.report.OwaspMatrix;
import dev.gatehouse.findings.report.OwaspMatrix.Coverage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MatrixRowTest {

    @Test
    void aScannerThatDidNotRunDidNotFail() {
        assertThat(says(Coverage.PARTLY_LOOKED_AT, Set.of(ScannerKind.SAST)))
                .isEqualTo("nothing found by sast; did not run: dast");
    }

    @Test
    void aScannerThatRanAndDidNotGetThroughIsNamed() {
        assertThat(says(Coverage.FINDINGS, Set.of(ScannerKind.SAST, ScannerKind.DAST)))
                .isEqualTo("findings; did not complete: dast");
    }

    @Test
    void whatNobodyLookedAtIsNeverCalledClean() {
        assertThat(says(Coverage.NOT_LOOKED_AT, Set.of())).isEqualTo("not looked at; did not run: dast");
    }

    private static String says(Coverage coverage, Set<ScannerKind> ran) {
        var row = new OwaspMatrix.Row(
                "A05:2025",
                "Injection",
                coverage,
                Map.of(),
                0,
                List.of(ScannerKind.SAST),
                List.of(ScannerKind.DAST),
                "");
        return new MatrixRow(row, ran).getSays();
    }
}
