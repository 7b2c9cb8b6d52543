package dev.gatehouse.scanners.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BomProjectsTest {
    private static final String JACKSON = "pkg:maven/com.fasterxml.jackson.core/jackson-databind@" + Given.JACKSON;
    private static final String OTHER = "pkg:maven/org.acme/other@1";

    @TempDir
    Path directory;

    @TempDir
    Path work;

    private Project read(String name, String text) throws IOException {
        return Given.discovered(Given.file(directory.resolve(name), text), work);
    }

    private static void assertRead(Project project) {
        assertThat(project.problems()).isEmpty();
        assertThat(project.kind()).isEqualTo("cyclonedx");
        assertThat(project.name()).isEqualTo("shop");
        assertThat(project.libraries()).extracting(Project.Library::purl).containsExactly(OTHER, JACKSON);
        var jackson = project.libraries().get(1);
        assertThat(jackson.file()).isEqualTo(Given.jacksonJar());
        assertThat(jackson.direct()).isFalse();
        assertThat(jackson.paths()).containsExactly(List.of(OTHER, JACKSON));
        assertThat(project.libraries().get(0).direct()).isTrue();
    }

    @Test
    void jsonGivesLibrariesAndTheirPaths() throws IOException {
        assertRead(read("bom.json", """
                {"bomFormat": "CycloneDX", "specVersion": "1.6",
                 "metadata": {"component": {"bom-ref": "app", "name": "shop"}},
                 "components": [
                   {"bom-ref": "o", "name": "other", "purl": "%s"},
                   {"bom-ref": "j", "name": "jackson-databind", "purl": "%s", "hashes": [{"alg": "x"}]}],
                 "dependencies": [{"ref": "app", "dependsOn": ["o"]}, {"ref": "o", "dependsOn": ["j"]}]}
                """.formatted(OTHER, JACKSON)));
    }

    @Test
    void xmlGivesTheSame() throws IOException {
        assertRead(read("bom.xml", """
                <bom xmlns="http://cyclonedx.org/schema/bom/1.6">
                  <metadata><component bom-ref="app"><name>shop</name></component></metadata>
                  <components>
                    <component bom-ref="o"><name>other</name><purl>%s</purl></component>
                    <component bom-ref="j"><name>jackson-databind</name><purl>%s</purl></component>
                  </components>
                  <dependencies>
                    <dependency ref="app"><dependency ref="o"/></dependency>
                    <dependency ref="o"><dependency ref="j"/></dependency>
                  </dependencies>
                </bom>
                """.formatted(OTHER, JACKSON)));
    }

    @Test
    void xmlWithEntitiesIsRefused() throws IOException {
        Given.file(directory.resolve("secret.txt"), "TOP-SECRET");
        var project = read("bom.xml", """
                <!DOCTYPE bom [<!ENTITY x SYSTEM "secret.txt">]>
                <bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>
                  <component><purl>&x;</purl></component></components></bom>
                """);

        assertThat(project.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo("unreadable-bom");
            assertThat(problem.sentence()).contains("document type");
        });
        assertThat(project.toString()).doesNotContain("TOP-SECRET");
    }

    @Test
    void nestingWithoutEndIsRefused() throws IOException {
        var project = read("bom.json", "{\"bomFormat\": \"CycloneDX\", \"components\": " + "[".repeat(100_000));

        assertThat(project.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo("unreadable-bom"));
    }

    @Test
    void aTruncatedFileIsTold() throws IOException {
        var project = read("bom.json", "{\"bomFormat\": \"CycloneDX\", \"components\": [{\"purl\": \"" + OTHER);

        assertThat(project.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo("unreadable-bom"));
    }

    @Test
    void moreComponentsThanAllowedAreToldAndNotKept() throws IOException {
        var components = IntStream.rangeClosed(0, 200_000)
                .mapToObj("{\"purl\":\"pkg:maven/g/a@%d\"}"::formatted)
                .collect(Collectors.joining(","));
        var project = read("bom.json", "{\"bomFormat\": \"CycloneDX\", \"components\": [" + components + "]}");

        assertThat(project.libraries()).isEmpty();
        assertThat(project.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo("unreadable-bom");
            assertThat(problem.sentence()).contains("more than 200,000 components");
        });
    }

    @Test
    void oneNameOfManyMegabytesIsToldAndNotKept() throws IOException {
        var name = "x".repeat(40 << 20);

        assertUnread(
                "bom.json", "{\"bomFormat\": \"CycloneDX\", \"components\": [{\"purl\": \"" + name + "\"}]}", "length");
        for (var xml : List.of(
                "<name>" + name, "<!-- " + name, "<name a='" + name, "<name><![CDATA[" + name.replace('x', '<'))) {
            assertUnread("bom.xml", """
                    <bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component>""" + xml, "more than 1 MiB");
        }
    }

    @Test
    void whatIsNoXmlIsToldWithItsPlace() throws IOException {
        assertUnread("bom.xml", "<bom xmlns='http://cyclonedx.org/schema/bom/1.6'>\n</boom>", "(line 2, column");
    }

    @Test
    void aFileThatGoesOnForGigabytesIsReadToItsLimit() throws IOException {
        var bom = Given.file(directory.resolve("bom.json"), "{\"bomFormat\": \"CycloneDX\", \"components\": [");
        try (var out = new BufferedOutputStream(Files.newOutputStream(bom, StandardOpenOption.APPEND))) {
            var spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 520; i++) {
                out.write(spaces);
            }
        }

        assertThat(Given.discovered(bom, work).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo("unreadable-bom"));
    }

    private void assertUnread(String file, String text, String words) throws IOException {
        var project = read(file, text);

        assertThat(project.libraries()).isEmpty();
        assertThat(project.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo("unreadable-bom");
            assertThat(problem.sentence()).contains(words).hasSizeLessThan(400);
        });
    }

    @Test
    void aComponentWithoutPackageUrlIsTold() throws IOException {
        var project = read("bom.json", "{\"bomFormat\": \"CycloneDX\", \"components\": [{\"name\": \"x\"}]}");

        assertThat(project.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo("component-without-purl"));
    }
}
