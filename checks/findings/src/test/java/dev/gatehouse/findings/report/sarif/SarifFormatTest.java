package dev.gatehouse.findings.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.findings.report.ReportSamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SarifFormatTest {

    static Stream<Report> reports() {
        return Stream.of(ReportSamples.realistic(), ReportSamples.hostile(), ReportSamples.clean());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isValidAgainstThePublishedSchema(Report report) throws IOException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("sarif-schema-2.1.0.json"))) {
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);

            assertThat(schema.validate(text(report), InputFormat.JSON)).isEmpty();
            assertThat(schema.validate(text(report).replaceFirst("\"version\"", "\"v\""), InputFormat.JSON))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyUriIsOne(Report report) throws IOException {
        for (var uri : json(report).findValuesAsText("uri")) {
            assertThat(URI.create(uri).toASCIIString()).isEqualTo(uri);
        }
    }

    @Test
    void eachScannerHasARunOfItsOwn() throws IOException {
        var runs = json(ReportSamples.realistic()).path("runs");

        assertThat(runs)
                .map(run -> run.path("automationDetails").path("id").asText())
                .containsExactly("gatehouse/sast/", "gatehouse/sca/", "gatehouse/dast/");
        assertThat(runs).map(run -> run.path("results").size()).containsExactly(5, 4, 1);
    }

    @Test
    void scannersThatDidNotGetThroughSaySo() throws IOException {
        var runs = json(ReportSamples.realistic()).path("runs");

        assertThat(runs)
                .map(run -> run.path("invocations")
                        .get(0)
                        .path("executionSuccessful")
                        .asBoolean())
                .containsExactly(true, false, false);
        assertThat(runs.get(1).path("invocations").toString()).contains("unreadable.jar", "no-classes");
    }

    @Test
    void resultsCarryOurIdentityAndTheirState() throws IOException {
        var results = json(ReportSamples.realistic()).path("runs").get(0).path("results");

        assertThat(results)
                .map(result ->
                        result.path("partialFingerprints").path("gatehouse/v1").asText())
                .contains("3".repeat(40), "9".repeat(40));
        assertThat(results)
                .map(result -> result.path("baselineState").asText())
                .containsExactly("new", "new", "unchanged", "new", "absent");
        assertThat(results.get(0).path("codeFlows").findValues("locations").get(0))
                .hasSize(3);
    }

    @Test
    void acceptedFindingsAreSuppressedWithTheirReason() throws IOException {
        var results = json(ReportSamples.realistic()).path("runs").get(1).path("results");

        assertThat(results).map(result -> result.path("suppressions").size()).containsExactly(0, 0, 1, 1);
        assertThat(results.get(2)
                        .path("suppressions")
                        .get(0)
                        .path("justification")
                        .asText())
                .contains("Uploads are switched off", "security@example.org", "2026-12-31");
    }

    @Test
    void rulesPointIntoTheTaxonomiesAndCarryWhatCodeScanningReads() throws IOException {
        var run = json(ReportSamples.realistic()).path("runs").get(0);
        var rule = run.path("tool").path("driver").path("rules").get(0);

        for (var relationship : rule.path("relationships")) {
            var target = relationship.path("target");
            var taxonomy = run.path("taxonomies")
                    .get(target.path("toolComponent").path("index").asInt());
            assertThat(taxonomy.path("name"))
                    .isEqualTo(target.path("toolComponent").path("name"));
            assertThat(taxonomy.path("taxa").get(target.path("index").asInt()).path("id"))
                    .isEqualTo(target.path("id"));
        }
        assertThat(rule.path("relationships")).hasSize(4);
        assertThat(rule.path("properties").path("security-severity").asText()).isEqualTo("8.0");
        assertThat(rule.path("properties").path("tags").toString()).contains("external/cwe/cwe-089", "security");
    }

    @Test
    void librariesAreShownAtTheManifestAndFileNamesAreEncoded() throws IOException {
        var runs = json(ReportSamples.realistic()).path("runs");

        assertThat(uri(runs.get(1).path("results").get(0))).isEqualTo("pom.xml");
        assertThat(uri(runs.get(0).path("results").get(1)))
                .isEqualTo("src/main/java/shop/admin/%C3%9Cbersicht%20%C3%BCn%C3%AFcode.java");
    }

    @Test
    void codeScanningSeesEveryResultAtALineOfAFileOfTheRepository() throws IOException {
        var report = ReportSamples.realistic();
        var runs = report.scanners().stream()
                .map(run -> new SarifRun(run, "shop/" + run.id().label() + "/", report.findings(), List.of()))
                .toList();
        var out = new ByteArrayOutputStream();
        SarifFormat.write(report, runs, SarifLayout.codeScanning("services/shop/"), out);
        var written = ReportJson.mapper().readTree(out.toByteArray()).path("runs");

        assertThat(written)
                .map(run -> run.path("automationDetails").path("id").asText())
                .containsExactly("shop/sast/", "shop/sca/", "shop/dast/");
        assertThat(written.get(0).path("results"))
                .hasSize(report.findings().size())
                .allSatisfy(result -> {
                    assertThat(uri(result)).startsWith("services/shop/");
                    assertThat(result.at("/locations/0/physicalLocation/region/startLine")
                                    .asInt())
                            .isPositive();
                });
    }

    private static String uri(JsonNode result) {
        return result.at("/locations/0/physicalLocation/artifactLocation/uri").asText();
    }

    private static JsonNode json(Report report) throws IOException {
        return ReportJson.mapper().readTree(text(report));
    }

    private static String text(Report report) throws IOException {
        var out = new ByteArrayOutputStream();
        new SarifFormat().write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
