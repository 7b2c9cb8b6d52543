package dev.gatehouse.findings.report.openvex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.findings.model.Acceptance;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.findings.report.ReportSamples;
import dev.gatehouse.findings.vex.VexFile;
import dev.gatehouse.findings.vex.VexStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenVexFormatTest {
    @TempDir
    Path folder;

    @Test
    void isValidOpenVex() throws IOException {
        assertThat(mistakes(text(ReportSamples.realistic()))).isEmpty();
        assertThat(mistakes(text(ReportSamples.hostile()))).isEmpty();
    }

    @Test
    void theSchemaSaysNoToAnUnknownStatus() throws IOException {
        assertThat(mistakes(text(ReportSamples.realistic()).replace("\"affected\"", "\"harmless\"")))
                .isNotEmpty();
    }

    @Test
    void anAcceptedRiskStaysAffectedAndSaysUntilWhen() throws IOException {
        var accepted = ReportSamples.realistic().findings().stream()
                .filter(finding -> expires(finding) != null)
                .findFirst()
                .orElseThrow();

        var statement = statement(ReportSamples.realistic(), accepted.rule());

        assertThat(statement.path("status").asText()).isEqualTo("affected");
        assertThat(statement.path("action_statement").asText()).contains(String.valueOf(expires(accepted)));
        assertThat(statement.path("status_notes").asText())
                .contains(Objects.requireNonNull(accepted.acceptance()).owner());
    }

    @Test
    void aVexStatementKeepsItsJustification() throws IOException {
        var statement = statement(ReportSamples.realistic(), "CVE-2021-45105");

        assertThat(statement.path("status").asText()).isEqualTo("not_affected");
        assertThat(statement.path("justification").asText()).isEqualTo("vulnerable_code_not_in_execute_path");
    }

    @Test
    void ourOwnReaderUnderstandsIt() throws IOException {
        var file = Files.writeString(folder.resolve("vex.openvex.json"), text(ReportSamples.realistic()));

        var read = new VexFile(Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC)).read(file, "vex");

        assertThat(read.refusal()).isNull();
        assertThat(read.statements()).extracting(each -> each.status()).contains(VexStatus.NOT_AFFECTED);
    }

    @Test
    void nothingDecidedIsNoDocument() {
        assertThat(OpenVexFormat.isNeeded(ReportSamples.clean())).isFalse();
        assertThatThrownBy(() -> new OpenVexFormat().write(ReportSamples.clean(), OutputStream.nullOutputStream()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static @Nullable LocalDate expires(Finding finding) {
        Acceptance acceptance = finding.acceptance();
        return acceptance == null ? null : acceptance.expires();
    }

    private static JsonNode statement(Report report, String vulnerability) throws IOException {
        for (var statement : ReportJson.mapper().readTree(text(report)).path("statements")) {
            if (statement.path("vulnerability").path("name").asText().equals(vulnerability)) {
                return statement;
            }
        }
        throw new AssertionError("no statement about " + vulnerability);
    }

    private static String text(Report report) throws IOException {
        var out = new ByteArrayOutputStream();
        new OpenVexFormat().write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<?> mistakes(String json) throws IOException {
        try (var schema = OpenVexFormatTest.class.getResourceAsStream("openvex-schema-0.2.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(
                            new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8),
                            InputFormat.JSON)
                    .validate(json, InputFormat.JSON);
        }
    }
}
