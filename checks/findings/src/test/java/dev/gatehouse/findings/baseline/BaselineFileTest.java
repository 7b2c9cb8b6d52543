package dev.gatehouse.findings.baseline;

import static dev.gatehouse.findings.Samples.code;
import static dev.gatehouse.findings.Samples.library;
import static dev.gatehouse.findings.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.identity.Identity;
import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Match;
import dev.gatehouse.findings.model.ProjectInfo;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.findings.report.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTest {
    @TempDir
    private Path folder = Path.of("");

    private static final List<Finding> FINDINGS = Identity.assign(List.of(
            code("shop.Cart", "add", 10, "c0ffee")
                    .withEvidence(new Evidence(
                            new Evidence.Excerpt(9, List.of("String password = \"hunter2\";")),
                            List.of(),
                            java.util.Map.of(),
                            List.of())),
            code("shop", "shop.Cart", null, 0, ""),
            library("pkg:maven/g/a@1", "a.jar", "CVE-1"),
            request("GET", "http://localhost/<script>", "/x", null)));

    @Test
    void aReportIsABaseline() throws IOException {
        var baseline = BaselineFile.read(report(FINDINGS));
        assertThat(baseline.project()).isEqualTo("shop");
        assertThat(baseline.commit()).isEqualTo("abc123");
        assertThat(baseline.created()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(baseline.findings())
                .extracting(Finding::id)
                .containsExactlyElementsOf(FINDINGS.stream().map(Finding::id).toList());
        assertThat(baseline.findings()).extracting(Finding::firstSeen).containsOnly("2026-11-22");
    }

    @Test
    void aSavedBaselineIsReadBackAsItWasAndHoldsNoSource() throws IOException {
        var baseline = BaselineFile.read(report(FINDINGS));
        var file = folder.resolve("baseline.json");
        BaselineFile.write(baseline, file);
        assertThat(BaselineFile.read(file)).isEqualTo(baseline);
        assertThat(file).content().doesNotContain("hunter2");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void everythingInASavedBaselineIsExistingAndTheSame() throws IOException {
        var file = folder.resolve("baseline.json");
        BaselineFile.write(BaselineFile.read(report(FINDINGS)), file);
        var delta = Delta.between(BaselineFile.read(file), FINDINGS);
        assertThat(delta.findings()).extracting(Finding::match).containsOnly(new Match(Match.Reason.SAME, null));
        assertThat(delta.fixed()).isEmpty();
    }

    @Test
    void aGzippedReportIsUnpacked() throws IOException {
        var file = folder.resolve("report.json.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            Files.copy(report(FINDINGS), out);
        }
        assertThat(BaselineFile.read(file)).isEqualTo(BaselineFile.read(report(FINDINGS)));
    }

    @Test
    void propertiesThatOlderOrNewerMinorVersionsLackOrAddDoNotMatter() throws IOException {
        var file = report(FINDINGS);
        var json = (ObjectNode) ReportJson.mapper().readTree(file.toFile());
        json.remove(List.of("carried", "fixed", "owaspTop10", "scanners"));
        json.put("schemaVersion", "1.99").put("unheardOf", true);
        json.get("findings").forEach(finding -> {
            ((ObjectNode) finding)
                    .remove(List.of("tags", "owasp", "evidence", "cwe", "state", "confidence", "description"));
            ((ObjectNode) finding.get("location")).remove(List.of("modules", "paths"));
        });
        Files.write(file, ReportJson.mapper().writeValueAsBytes(json));
        assertThat(BaselineFile.read(file).findings()).hasSize(FINDINGS.size());
        assertThat(Delta.between(BaselineFile.read(file), FINDINGS).fixed()).isEmpty();
    }

    @Test
    void anotherMajorVersionIsRefused() {
        assertRefused(
                "{\"schemaVersion\":\"2.0\",\"findings\":\"elsewhere\"}", "has schema version 2.0", "expected 1.x");
        assertRefused("{\"findings\":[[[{}]]],\"schemaVersion\":\"2.0\"}", "has schema version 2.0");
        assertRefused("{\"schemaVersion\":\"2.\\u001b[31m\\n\"}", "has schema version 2.[U+001B][31m,");
    }

    @Test
    void whatIsNoReportIsRefused() {
        assertRefused("{}", "has no schemaVersion");
        assertRefused("[]", "has no schemaVersion");
        assertRefused("", "has no schemaVersion");
        assertRefused("nonsense", ":1:", "not a readable baseline");
        assertRefused("{\"schemaVersion\":\"1.0\"}", "does not say when it was created");
        assertRefused("{\"schemaVersion\":\"1.0\",\"created\":\"2026-11-22T10:00:00Z\",\"findings\":[", ":1:");
    }

    @Test
    void aMissingFileAndAFolderAreRefused() {
        assertThatThrownBy(() -> BaselineFile.read(folder.resolve("none.json")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("none.json is no file");
        assertThatThrownBy(() -> BaselineFile.read(folder)).isInstanceOf(BadInput.class);
    }

    @Test
    void aFindingThatIsNoneIsRefused() throws IOException {
        assertRefused(findings("null"), "without scanner, rule, severity or location");
        assertRefused(findings("{\"id\":\"gh1-1\"}"), "without scanner, rule, severity or location");
        var finding = "{\"id\":\"%s\",\"scanner\":\"sca\",\"rule\":\"CVE-1\",\"severity\":\"high\",%s\"location\":"
                + "{\"type\":\"dependency\",\"purl\":\"pkg:maven/g/a@1\",\"file\":\"a.jar\"}}";
        assertRefused(findings(finding.formatted("<script>", "")), "whose id is not one of ours: <script>");
        assertRefused(
                findings(finding.formatted("gh1-1", "") + "," + finding.formatted("gh1-1", "")),
                "has two findings with the id gh1-1");
        assertRefused(
                findings(finding.formatted("gh1-1", "\"firstSeen\":\"long ago\",")),
                "firstSeen of gh1-1 is 'long ago', expected a day");
        assertRefused(findings(finding.formatted("gh1-1", "").replace("dependency", "com.sun.Evil")), ":1:");
        var file = folder.resolve("good.json");
        Files.writeString(file, findings(finding.formatted("gh1-1", "")));
        assertThat(BaselineFile.read(file).findings()).hasSize(1);
    }

    @Test
    void deepNestingIsRefusedAtOnce() {
        assertRefused("{\"schemaVersion\":\"1.0\",\"x\":" + "[".repeat(1_000_000), "nesting depth");
    }

    @Test
    void aZipBombIsRefusedAtItsLimit() throws IOException {
        var file = folder.resolve("bomb.json.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{\"x\":".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var blanks = new byte[1 << 20];
            java.util.Arrays.fill(blanks, (byte) ' ');
            for (long written = 0; written < (64 << 20); written += blanks.length) {
                out.write(blanks);
            }
        }
        assertThat(Files.size(file)).isLessThan(1 << 20);
        assertThatThrownBy(() -> BaselineFile.read(file, 16 << 20))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("exceeds the maximum");
    }

    @Test
    void theMemoryOfFixedFindingsIsBoundedAndForgetsTheOldestFirst() {
        var fixed = new java.util.ArrayList<Finding>();
        for (int i = 0; i < Baseline.MEMORY + 5; i++) {
            fixed.add(FINDINGS.get(0).withId("gh1-" + i));
        }
        var baseline = new Baseline("shop", Instant.EPOCH, null, null, List.of(), fixed);
        assertThat(baseline.fixedEarlier()).hasSize(Baseline.MEMORY);
        assertThat(baseline.fixedEarlier().get(0).id()).isEqualTo("gh1-0");
    }

    private void assertRefused(String content, String... parts) {
        var file = folder.resolve("bad.json");
        assertThatThrownBy(() -> {
                    Files.writeString(file, content);
                    BaselineFile.read(file);
                })
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContainingAll(parts);
    }

    private static String findings(String findings) {
        return "{\"schemaVersion\":\"1.0\",\"created\":\"2026-11-22T10:00:00Z\",\"findings\":[%s]}".formatted(findings);
    }

    private Path report(List<Finding> findings) throws IOException {
        var report = new Report(
                Report.SCHEMA_VERSION,
                new Report.Tool("gatehouse", "1"),
                Instant.parse("2026-11-22T10:00:00Z"),
                new ProjectInfo("shop", "maven", "/srv/shop", "abc123", "main", List.of(), List.of()),
                List.of(),
                List.of(),
                findings,
                List.of(),
                List.of(),
                List.of(),
                null,
                new Report.PolicyInfo("default", null, ""),
                new Verdict(Verdict.Status.PASSED, List.of()));
        var file = folder.resolve("report.json");
        Files.write(file, ReportJson.mapper().writeValueAsBytes(report));
        return file;
    }
}
