package dev.gatehouse.findings.vex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.gate.Scans;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.purl.PackageUrl;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files by others, read with distrust; on 1 June 2026. */
class VexFileTest {
    private static final String STRUTS = "pkg:maven/org.apache.struts/struts2-core@2.3.20";

    @Test
    void aStatementIsReadWithItsAuthorTimeAndPlace() {
        var document = parse(openVex("""
                {"vulnerability": {"name": "cve-2017-5638"}, "products": [{"@id": "%s"}], "status": "fixed"}
                """.formatted(STRUTS)));
        assertThat(document.refusal()).isNull();
        assertThat(document.refused()).isEmpty();
        assertThat(document.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.source()).isEqualTo("vex.json#/statements/0");
            assertThat(statement.author()).isEqualTo("Sam");
            assertThat(statement.when()).isEqualTo("2026-05-01T00:00:00Z");
            assertThat(statement.vulnerabilities()).containsExactly("CVE-2017-5638");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "CVE-2017-5638, pkg:maven/org.apache.struts/struts2-core@2.3.20, true",
        "CVE-2017-5638, pkg:maven/org.apache.struts/struts2-core@2.3.20?type=jar, true",
        "CVE-2017-5638, pkg:maven/org.apache.struts/struts2-core@2.3.2, false",
        "CVE-2017-5638, pkg:maven/org.apache.struts/struts2-core@2.3.200, false",
        "CVE-2017-5638, pkg:maven/org.apache.struts.evil/struts2-core@2.3.20, false",
        "CVE-2017-56380, pkg:maven/org.apache.struts/struts2-core@2.3.20, false",
    })
    void cycloneDxIsBoundToProductAndVulnerabilityBoth(String cve, String purl, boolean meant) {
        var document = parse(cycloneDx("\"affects\": [{\"ref\": \"" + STRUTS + "\"}]"));
        assertThat(document.statements())
                .singleElement()
                .satisfies(statement -> assertThat(statement.isAbout(library(cve, purl), List.of()))
                        .isEqualTo(meant));
    }

    @Test
    void cycloneDxMayNameTheVersionsOneByOne() {
        var document = parse(cycloneDx("""
                "affects": [{"ref": "pkg:maven/org.apache.struts/struts2-core",
                  "versions": [{"version": "2.3.20", "status": "unaffected"}]}]
                """));
        assertThat(document.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.isAbout(library("CVE-2017-5638", STRUTS), List.of()))
                    .isTrue();
            assertThat(statement.isAbout(library("CVE-2017-5638", STRUTS + ".1"), List.of()))
                    .isFalse();
        });
    }

    @Test
    void aStatementAboutTheWholeApplicationHoldsForItsLibrariesInThatVersionOnly() {
        var document = parse(cycloneDx("\"affects\": [{\"ref\": \"pkg:maven/shop/shop@1.0\"}]"));
        var finding = library("CVE-2017-5638", STRUTS);
        assertThat(document.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.isAbout(finding, List.of(PackageUrl.of("pkg:maven/shop/shop@1.0"))))
                    .isTrue();
            assertThat(statement.isAbout(finding, List.of(PackageUrl.of("pkg:maven/shop/shop@1.1"))))
                    .isFalse();
            assertThat(statement.isAbout(finding, List.of())).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"affects\": []",
                "\"affects\": \"all\"",
                "\"affects\": [{}]",
                "\"affects\": [{\"ref\": 7}]",
                "\"affects\": [{\"ref\": \"urn:cdx:1/1#nobody\"}]",
                "\"affects\": [{\"ref\": \"pkg:maven/g/a@1\"}], \"references\": [{\"id\": \"CVE-2026-1\"}]",
                "\"affects\": [{\"ref\": \"pkg:maven/g/a@1\", \"versions\": [{\"version\": \"2\", \"status\": \"unaffected\"}]}]",
                "\"affects\": [{\"ref\": \"pkg:maven/g/a@1\"}], \"updated\": \"2026-06-09T00:00:00Z\"",
                "\"affects\": [{\"ref\": \"twice\"}]",
            })
    void aStatementThatIsBoundToNothingSoundIsRefused(String rest) {
        var document = parse(cycloneDx(rest));
        assertThat(document.statements()).isEmpty();
        assertThat(document.refused()).hasSize(1);
    }

    @Test
    void oneBadStatementDoesNotTakeTheOthersWithIt() {
        var sound =
                "{\"vulnerability\": {\"name\": \"CVE-1\"}, \"products\": [{\"@id\": \"%s\"}], \"status\": \"fixed\"}"
                        .formatted(STRUTS);
        var document = parse(openVex("7, " + sound + ", {}, {\"vulnerability\": \"CVE-1\", \"status\": \"fixed\"}"));
        assertThat(document.statements()).hasSize(1);
        assertThat(document.refused())
                .extracting(VexDocument.Refusal::source)
                .containsExactly("vex.json#/statements/0", "vex.json#/statements/2", "vex.json#/statements/3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{} {}",
                "{\"bomFormat\": \"CycloneDX\"}",
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"vulnerabilities\": {}}",
                "{\"@context\": \"https://openvex.dev/ns/v0.2.0\"}",
                "{\"@context\": \"https://openvex.dev/ns/v0.2.0\", \"author\": \"x\"}",
                "{\"@context\": \"https://openvex.dev/ns/v0.2.0\", \"author\": \"x\", \"timestamp\": \"yesterday\"}",
                "<bom xmlns='http://cyclonedx.org/schema/bom/1.6'/>",
            })
    void whatIsNoSoundFileIsRefusedAsAWhole(String content) {
        assertThat(parse(content).refusal()).isNotBlank();
    }

    @Test
    void hostileTextReachesNoTerminal() {
        var document = parse(
                openVex(
                        "{\"vulnerability\": {\"name\": \"CVE-1\"}, \"status\": \"\\u001b[2J\\u202e\\nfixed\", \"products\": []}"));
        assertThat(document.refused())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).doesNotContain("\u001b", "\u202e", "\n"));
        assertThat(parse("{\"\u001b[2J").refusal()).doesNotContain("\u001b", "\n");
    }

    @Test
    void aFileOfManyMegabytesIsRefusedWithoutReadingIt(@TempDir Path directory) throws IOException {
        var file = directory.resolve("vex.json");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 31);
        }
        assertThat(new VexFile(Scans.CLOCK).read(file, "vex.json").refusal()).contains("larger than 16 MiB");
    }

    private static VexDocument parse(String content) {
        return new VexFile(Scans.CLOCK).parse("vex.json", content.getBytes(StandardCharsets.UTF_8));
    }

    private static Finding library(String cve, String purl) {
        return Scans.library("f1", cve, Severity.HIGH, purl);
    }

    private static String openVex(String statements) {
        return """
               {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://example.org/vex/1", "version": 1,
                "author": "Sam", "timestamp": "2026-05-01T00:00:00Z", "statements": [%s]}
               """.formatted(statements);
    }

    private static String cycloneDx(String rest) {
        return """
               {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
                "components": [
                  {"bom-ref": "twice", "purl": "pkg:maven/g/a@1"}, {"bom-ref": "twice", "purl": "pkg:maven/g/b@1"}],
                "vulnerabilities": [{"id": "CVE-2017-5638",
                  "analysis": {"state": "not_affected", "justification": "code_not_present"}, %s}]}
               """.formatted(rest);
    }
}
