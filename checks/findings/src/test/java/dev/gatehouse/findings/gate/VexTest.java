package dev.gatehouse.findings.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.policyfile.PolicyReader;
import dev.gatehouse.findings.report.Verdict;
import dev.gatehouse.findings.report.Verdict.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VexTest {
    private static final String STRUTS = "pkg:maven/org.apache.struts/struts2-core@2.3.20";
    private static final Finding FINDING = Scans.library("f1", "CVE-2017-5638", Severity.CRITICAL, STRUTS);

    @TempDir
    Path directory;

    @Test
    void aStatementAboutThisProductAndVulnerabilityLetsTheFindingThrough() throws IOException {
        var policy = policyWith(openVex(statement("CVE-2017-5638", STRUTS, "not_affected", JUSTIFIED)));
        var gate = new Gate(policy, Scans.CLOCK);
        var accepted = gate.accept(List.of(FINDING));
        assertThat(accepted.findings().get(0).acceptance())
                .hasFieldOrPropertyWithValue("owner", "Sam <sam@example.org>")
                .hasFieldOrPropertyWithValue("source", "vex.json#/statements/0")
                .hasFieldOrPropertyWithValue("justification", "vulnerable_code_not_present");
        assertThat(gate.judge(accepted, Scans.COMPLETE, List.of()).status()).isEqualTo(Status.PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "CVE-2017-5638, pkg:maven/org.apache.struts/struts2-core@2.3.21",
        "CVE-2017-5638, pkg:maven/org.apache.struts/xwork@2.3.20",
        "CVE-2018-11776, pkg:maven/org.apache.struts/struts2-core@2.3.20",
        "CVE-2017-5638, pkg:maven/org.apache.struts/struts2-core@2.3.20?classifier=x",
    })
    void productAndVulnerabilityMustBothBeMeant(String vulnerability, String product) throws IOException {
        var verdict = judge(openVex(statement(vulnerability, product, "not_affected", JUSTIFIED)));
        assertThat(verdict.status()).isEqualTo(Status.FAILED);
        assertThat(Scans.outcome(verdict, "VEX statements").reason()).contains("Unused (1): vex.json#/statements/0");
    }

    @Test
    void anAliasIsAsGoodAsTheName() throws IOException {
        var statement = statement("GHSA-j77q-2qqg-6989", STRUTS, "fixed", "")
                .replace("\"name\"", "\"aliases\": [\"CVE-2017-5638\"], \"name\"");
        assertThat(judge(openVex(statement)).status()).isEqualTo(Status.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"affected", "under_investigation"})
    void whatClearsNothingLetsNothingThrough(String status) throws IOException {
        assertThat(judge(openVex(statement("CVE-2017-5638", STRUTS, status, JUSTIFIED)))
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void theNewestStatementCounts() throws IOException {
        var cleared = statement("CVE-2017-5638", STRUTS, "not_affected", JUSTIFIED);
        var taken = statement("CVE-2017-5638", STRUTS, "affected", ", \"timestamp\": \"2026-05-02T00:00:00Z\"");
        assertThat(judge(openVex(cleared, taken)).status()).isEqualTo(Status.FAILED);
        assertThat(judge(openVex(taken, cleared)).status()).isEqualTo(Status.FAILED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pkg:maven/org.apache.struts/struts2-core | not_affected | JUSTIFIED | in every version",
                "struts | not_affected | JUSTIFIED | not named by a package URL",
                "pkg:maven/org.apache.struts/struts2-core@2.3.20 | not_affected | NONE | without a justification",
                "pkg:maven/org.apache.struts/struts2-core@2.3.20 | harmless | JUSTIFIED | no status of OpenVEX",
                "pkg:maven/org.apache.struts/struts2-core@2.3.20 | fixed | ALIAS | one vulnerability",
            })
    void aStatementThatIsNotSoundIsRefusedWithAReason(String product, String status, String more, String reason)
            throws IOException {
        var statement = statement("CVE-2017-5638", product, status, more.equals("JUSTIFIED") ? JUSTIFIED : "");
        if (more.equals("ALIAS")) {
            statement = statement.replace("\"name\"", "\"aliases\": [\"CVE-2026-1\"], \"name\"");
        }
        var verdict = judge(openVex(statement));
        assertThat(verdict.status()).isEqualTo(Status.FAILED);
        assertThat(Scans.outcome(verdict, "VEX statements").reason())
                .contains("Refused (1): vex.json#/statements/0", reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"9.9\"}",
                "{\"@context\": \"https://openvex.dev/ns/v0.0.1\"}",
                "{\"@context\": \"https://openvex.dev/ns/v0.2.0\", \"author\": \"x\", \"timestamp\": \"2099-01-01T00:00:00Z\"}",
                "{\"@context\": \"https://openvex.dev/ns/v0.2.0\", \"@context\": \"x\"}",
            })
    void aFileThatLiesIsRefusedAsAWhole(String content) throws IOException {
        var verdict = judge(content);
        var outcome = Scans.outcome(verdict, "VEX statements");
        assertThat(outcome.passed()).isFalse();
        assertThat(outcome.reason()).contains("Refused (1): vex.json (");
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        assertThat(Scans.outcome(judge("[".repeat(100_000)), "VEX statements").passed())
                .isFalse();
    }

    @Test
    void aStatementAboutALibraryInAnotherApplicationIsNotOurs() throws IOException {
        var inShop = openVex(statement("CVE-2017-5638", "pkg:maven/shop/shop@1.0", "not_affected", JUSTIFIED)
                .replace(
                        "\"@id\": \"pkg:maven/shop/shop@1.0\"",
                        "\"@id\": \"pkg:maven/shop/shop@1.0\", \"subcomponents\": [{\"@id\": \"%s\"}]"
                                .formatted(STRUTS)));
        assertThat(judge(inShop).status()).isEqualTo(Status.FAILED);
        Files.writeString(directory.resolve("vex.json"), inShop);
        Files.writeString(
                directory.resolve("p.yml"), "vex: {files: [vex.json], products: ['pkg:maven/shop/shop@1.0']}\n");
        var policy = new PolicyReader(Scans.CLOCK).read(directory.resolve("p.yml"), null);
        assertThat(Scans.judge(policy, FINDING).status()).isEqualTo(Status.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.4", "1.5", "1.6"})
    void cycloneDxIsReadInThreeVersions(String version) throws IOException {
        assertThat(judge(cycloneDx(version, "not_affected", "struts", "")).status())
                .isEqualTo(Status.PASSED);
        assertThat(judge(cycloneDx(version, "in_triage", "struts", "")).status())
                .isEqualTo(Status.FAILED);
        assertThat(judge(cycloneDx(version, "exploitable", "struts", "")).status())
                .isEqualTo(Status.FAILED);
        assertThat(judge(cycloneDx(version, "resolved", "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#" + STRUTS, ""))
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop | | no component with a package URL",
                "pkg:maven/other/lie@1 | | reference of another package",
                "struts | , \"versions\": [{\"range\": \"vers:maven/*\", \"status\": \"unaffected\"}] | range of versions",
                "struts | , \"versions\": [{\"version\": \"2.3.20\", \"status\": \"affected\"}] | at once",
            })
    void cycloneDxThatContradictsItselfIsRefused(String ref, String versions, String reason) throws IOException {
        var verdict = judge(cycloneDx("1.6", "not_affected", ref, versions == null ? "" : versions));
        assertThat(verdict.status()).isEqualTo(Status.FAILED);
        assertThat(Scans.outcome(verdict, "VEX statements").reason()).contains("Refused (1)", reason);
    }

    private static final String JUSTIFIED = ", \"justification\": \"vulnerable_code_not_present\"";

    private static String statement(String vulnerability, String product, String status, String more) {
        return "{\"vulnerability\": {\"name\": \"%s\"}, \"products\": [{\"@id\": \"%s\"}], \"status\": \"%s\"%s}"
                .formatted(vulnerability, product, status, more);
    }

    private static String openVex(String... statements) {
        return """
               {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://example.org/vex/1",
                "author": "Sam <sam@example.org>", "timestamp": "2026-05-01T00:00:00Z", "version": 1,
                "statements": [%s]}
               """.formatted(String.join(",", statements));
    }

    private static String cycloneDx(String version, String state, String ref, String versions) {
        return """
               {"bomFormat": "CycloneDX", "specVersion": "%s", "version": 1,
                "metadata": {"timestamp": "2026-05-01T00:00:00Z"},
                "components": [
                  {"type": "library", "name": "struts2-core", "bom-ref": "struts", "purl": "%s"},
                  {"type": "library", "name": "lie", "bom-ref": "pkg:maven/other/lie@1", "purl": "%s"}],
                "vulnerabilities": [{"id": "CVE-2017-5638",
                  "analysis": {"state": "%s", "justification": "code_not_reachable"},
                  "affects": [{"ref": "%s"%s}]}]}
               """.formatted(version, STRUTS, STRUTS, state, ref, versions);
    }

    private Verdict judge(String content) throws IOException {
        return Scans.judge(policyWith(content), FINDING);
    }

    private Policy policyWith(String content) throws IOException {
        Files.writeString(directory.resolve("vex.json"), content);
        Files.writeString(directory.resolve("p.yml"), "vex: {files: [vex.json]}\n");
        return new PolicyReader(Scans.CLOCK).read(directory.resolve("p.yml"), null);
    }
}
