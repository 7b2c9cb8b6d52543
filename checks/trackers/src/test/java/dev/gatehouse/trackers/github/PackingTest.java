package dev.gatehouse.trackers.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.trackers.github.sarif.Limits;
import dev.gatehouse.trackers.github.sarif.Packing;
import dev.gatehouse.trackers.github.sarif.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class PackingTest {
    @Test
    void moreModulesThanAFileHoldsMakeMoreFilesAndLoseNothing() {
        var uploads = Packing.of(report(100, 25), "gatehouse", "", Limits.PUBLISHED);

        assertThat(uploads.files()).extracting(file -> file.categories().size()).containsExactly(20, 5);
        assertThat(uploads.files().stream().mapToInt(Upload::results).sum()).isEqualTo(100);
        assertThat(uploads.cut()).isEmpty();
    }

    @Test
    void ofThirtyThousandResultsTheWorstFiveThousandAreSentAndItIsSaid() throws IOException {
        var report = report(30_000, 1);

        var uploads = Packing.of(report, "gatehouse", "", Limits.PUBLISHED);

        assertThat(uploads.cut())
                .containsExactly("gatehouse/sast/module-0/: 5,000 of 30,000 results were sent, the worst first, down to"
                        + " critical; GitHub keeps 5,000 a run.");
        var results = json(uploads.files().get(0)).at("/runs/0/results");
        assertThat(results)
                .hasSize(5_000)
                .allSatisfy(result ->
                        assertThat(result.at("/properties/severity").asText()).isEqualTo("critical"));
        assertThat(Packing.of(report, "gatehouse", "", Limits.PUBLISHED)).isEqualTo(uploads);
    }

    @Test
    void singleRunThatIsTooLargeIsCutToWhatFits() {
        var limits = new Limits(20, 6_000, 20, 5_000, 1_000);

        var uploads = Packing.of(report(400, 1), "gatehouse", "", limits);

        assertThat(uploads.files()).singleElement().satisfies(file -> {
            assertThat(file.bytes()).isLessThanOrEqualTo(6_000);
            assertThat(file.results()).isBetween(20, 399);
        });
        assertThat(uploads.cut()).singleElement().asString().contains("would not fit into the 6,000 bytes");
    }

    @Test
    void scannerThatDidNotCompleteIsNotSentSoThatNoAlertSeemsFixed() {
        var report = Reports.of(10, 2, "words", Reports.SCANNED, ScannerStatus.PARTIAL);

        var uploads = Packing.of(report, "gatehouse", "", Limits.PUBLISHED);

        assertThat(uploads.files()).isEmpty();
        assertThat(uploads.cut()).singleElement().asString().contains("sast", "did not complete");
    }

    @Test
    void moduleWithoutFindingsIsSentEmptySoThatItsAlertsClose() throws IOException {
        var uploads = Packing.of(report(0, 2), "gatehouse", "", Limits.PUBLISHED);

        assertThat(json(uploads.files().get(0)).path("runs")).hasSize(2);
    }

    private static Report report(int findings, int modules) {
        return Reports.of(findings, modules, "words", Reports.SCANNED);
    }

    private static JsonNode json(Upload upload) throws IOException {
        try (var in =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(upload.sarif())))) {
            return JsonMapper.builder().build().readTree(in);
        }
    }
}
