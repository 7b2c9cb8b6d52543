package dev.gatehouse.policy.statement.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.findings.gate.ServiceLevels;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.json.ReportFile;
import dev.gatehouse.policy.evidence.ReleasedShop;
import dev.gatehouse.policy.statement.Answer;
import dev.gatehouse.policy.statement.Attestation;
import dev.gatehouse.policy.statement.Claim;
import dev.gatehouse.policy.statement.Proof;
import dev.gatehouse.policy.statement.Sources;
import dev.gatehouse.policy.statement.State;
import dev.gatehouse.policy.statement.Statement;
import dev.gatehouse.policy.statement.StatementPlan;
import dev.gatehouse.policy.statement.Told;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document is what NIST's schema asks for, and says of each claim what the statement says. */
class AssessmentResultsTest {
    private static final Instant NOON = Instant.parse("2026-09-08T12:00:00Z");
    private static final ServiceLevels LEVELS = new ServiceLevels(Map.of(Severity.CRITICAL, 2));

    @TempDir
    Path folder;

    @Test
    void itIsAsThePublishedSchemaSays() throws IOException {
        assertThat(mistakes(AssessmentResults.of(statement(), report(), LEVELS, "Gatehouse 1")))
                .isEmpty();
        assertThat(mistakes(AssessmentResults.of(statement(), null, ServiceLevels.NONE, "Gatehouse 1")))
                .isEmpty();
        assertThat(mistakes(AssessmentResults.of(statement(), null, LEVELS, "Gatehouse 1")
                        .replace("not-satisfied", "unhappy")))
                .isNotEmpty();
    }

    @Test
    void whatNothingShowsIsNotSatisfiedForAnotherReasonThanWhatEvidenceIsAgainst() throws IOException {
        var findings =
                result(AssessmentResults.of(statement(), null, LEVELS, "t")).path("findings");

        assertThat(findings)
                .extracting(finding -> "%s: %s, %s"
                        .formatted(
                                finding.path("target").path("target-id").asText(),
                                finding.path("target")
                                        .path("status")
                                        .path("state")
                                        .asText(),
                                finding.path("target")
                                        .path("status")
                                        .path("reason")
                                        .asText()))
                .containsExactly(
                        "claim-cadence: satisfied, pass",
                        "claim-reviewed: satisfied, other",
                        "claim-backup: not-satisfied, other",
                        "claim-findings-in-time: not-satisfied, fail");
    }

    @Test
    void openFindingsAreRisksWithTheDayOnWhichTheyHaveToBeGone() throws IOException {
        var result = result(AssessmentResults.of(statement(), report(), LEVELS, "t"));

        var risk = result.path("risks").path(0);
        assertThat(result.path("risks")).hasSize(1);
        assertThat(risk.path("status").asText()).isEqualTo("open");
        assertThat(risk.path("deadline").asText()).isEqualTo("2026-09-10T23:59:59Z");
        assertThat(risk.path("statement").asText()).isEqualTo("SAST found SQL_INJECTION_JDBC at Shop.java:3.");
        assertThat(result.path("findings").path(3).path("related-risks").path(0).path("risk-uuid"))
                .isEqualTo(risk.path("uuid"));
        assertThat(result.path("findings").path(0).path("related-risks").isMissingNode())
                .isTrue();
    }

    @Test
    void whatIsWrittenTwiceIsTheSameAndEveryReferenceLeadsSomewhere() throws IOException {
        var text = AssessmentResults.of(statement(), report(), LEVELS, "t");
        assertThat(AssessmentResults.of(statement(), report(), LEVELS, "t")).isEqualTo(text);

        var uuids = new ArrayList<String>();
        var references = new HashSet<String>();
        collect(new ObjectMapper().readTree(text), uuids, references);
        assertThat(uuids).doesNotHaveDuplicates();
        assertThat(references).hasSizeGreaterThan(5).isSubsetOf(uuids);
    }

    private static void collect(JsonNode json, List<String> uuids, Set<String> references) {
        json.properties().forEach(member -> {
            var text = member.getValue().asText();
            if (member.getKey().equals("uuid")) {
                uuids.add(text);
            } else if (member.getKey().endsWith("-uuid")) {
                references.add(text);
            } else if (member.getKey().equals("href") && text.startsWith("#")) {
                references.add(text.substring(1));
            }
        });
        json.forEach(child -> collect(child, uuids, references));
    }

    private static List<?> mistakes(String text) throws IOException {
        try (var in = AssessmentResultsTest.class.getResourceAsStream("oscal_assessment-results_schema-1.1.3.json")) {
            assertThat(in).isNotNull();
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
                    .validate(text, InputFormat.JSON);
        }
    }

    private static JsonNode result(String text) throws IOException {
        return new ObjectMapper()
                .readTree(text)
                .path("assessment-results")
                .path("results")
                .path(0);
    }

    private Report report() throws IOException {
        new ReleasedShop(folder).proposed(ReleasedShop.weakness());
        return ReportFile.read(folder.resolve("report.json"));
    }

    private static Statement statement() {
        var word = new Attestation(
                "Carl", LocalDate.parse("2026-09-01"), LocalDate.parse("2027-03-01"), "looked at it", "");
        var sources = new Sources(Path.of("/srv"), null, null, null, null, null, null, null, null, List.of(), "");
        return new Statement(
                new StatementPlan("Security statement", "Shop", "security@shop.example", "", sources, List.of()),
                NOON,
                List.of(
                        told("cadence", State.HOLDS, null, new Proof("ledger, entry 4", "0".repeat(64), null)),
                        told("reviewed", State.ATTESTED, word),
                        told("backup", State.NO_EVIDENCE, null),
                        told(
                                "findings-in-time",
                                State.DOES_NOT_HOLD,
                                null,
                                new Proof("report.json", "1".repeat(64), "https://shop.example/report.json"))));
    }

    private static Told told(String kind, State state, @Nullable Attestation word, Proof... proofs) {
        return new Told(
                new Claim(kind, kind, "The claim of " + kind, evidence -> Answer.of(true, ""), word),
                new Answer(state, "What was seen.", null, null, List.of(proofs)),
                NOON);
    }
}
