package dev.gatehouse.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report stands while nothing changes that it was made from, and not a moment longer. */
class StandingReportIT {
    private static final String STANDS = "Nothing has changed";

    @TempDir
    Path folder;

    private Path project = Path.of("");
    private Path out = Path.of("");
    private Path library = Path.of("");
    private Installed installed = new Installed(Path.of(""), Path.of(""), Path.of(""), 0);

    @BeforeEach
    void aScannedProject() throws Exception {
        project = Files.createDirectories(folder.resolve("project"));
        library = Jars.vulnerable(project.resolve("lib.jar"));
        Sources.flawed(project, "shop", "Customers");
        out = folder.resolve("out");
        installed = Installed.prepared(folder);
        assertThat(scan().err()).doesNotContain(STANDS);
    }

    @Test
    void nothingChangedLeavesTheFilesAsTheyAreAndSaysTheSame() throws Exception {
        var report = out.resolve("report.json");
        var before = Files.getLastModifiedTime(report);
        var first = new Reported(out).report().path("created").asText();

        var again = scan();
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains(STANDS + ": the report of " + first + " stands.");
        assertThat(again.out()).contains("SQL built from text").contains(Jars.VULNERABILITY);
        assertThat(Files.getLastModifiedTime(report)).isEqualTo(before);
        assertStands(true);

        assertThat(scan("--no-cache").err()).doesNotContain(STANDS);
        assertThat(scan("--format", "json").err()).doesNotContain(STANDS);
        assertThat(Files.getLastModifiedTime(report)).isGreaterThan(before);
    }

    @Test
    void whateverChangesIsLookedAt() throws Exception {
        var source = project.resolve("src/shop/Customers.java");
        Files.writeString(source, Files.readString(source).replace("public void run", "/* x */ public void run"));
        assertStands(false);
        assertStands(true);

        Files.write(library, Jars.of(java.util.Map.of("a.txt", Jars.bytes("another"))));
        assertThat(scan().err()).doesNotContain(STANDS);
        assertThat(new Reported(out).rulesFound()).doesNotContain(Jars.VULNERABILITY);
        assertStands(true);

        Sources.flawed(project, "shop", "Orders");
        assertStands(false);
        assertStands(true);
    }

    @Test
    void whatAFileBesideTheClassesSaysIsLookedAt() throws Exception {
        var classes = project.resolve("classes");
        Files.writeString(classes.resolve("shop.properties"), "hash=MD5");
        assertStands(false);
        Files.writeString(classes.resolve("shop.properties"), "hash=SHA-256");
        assertStands(false);
        Files.writeString(classes.resolve("shop.yml"), "hash: MD5");
        assertStands(false);
        assertStands(true);
    }

    @Test
    void policyBaselineAndOptionsCount() throws Exception {
        var policy = Files.writeString(project.resolve(".gatehouse.yml"), """
                version: 1
                gate:
                  defaults: false
                  database: {max-age-days: 30, older: ignore, embedded: ignore}
                """);
        var loose = scan("--only", "sca,sast");
        assertThat(loose.err()).doesNotContain(STANDS);
        assertThat(loose.exit()).as(loose.err() + loose.out()).isZero();

        assertThat(scan("--fail-on", "low").exit()).isEqualTo(1);
        Files.delete(policy);
        assertThat(scan().err()).doesNotContain(STANDS);
        Files.copy(out.resolve("report.json"), project.resolve(".gatehouse-baseline.json"));
        var compared = scan();
        assertThat(compared.err()).doesNotContain(STANDS);
        assertThat(new Reported(out).report().path("findings").findValuesAsText("state"))
                .containsOnly("existing");
        assertThat(scan("--only", "sca").err()).doesNotContain(STANDS);
        assertThat(new Reported(out).rulesFound()).containsOnly(Jars.VULNERABILITY);
    }

    @Test
    void aReportThatWasTouchedIsMadeAnew() throws Exception {
        var report = out.resolve("report.json");
        Files.writeString(report, Files.readString(report).replace("\"failed\"", "\"passed\""));
        assertStands(false);
        assertThat(new Reported(out).verdict()).isEqualTo("failed");

        Files.delete(out.resolve("report.html"));
        assertStands(false);
        new Reported(out).assertWhole();
    }

    private void assertStands(boolean expected) throws Exception {
        var ended = scan();
        assertThat(ended.err().contains(STANDS)).as(ended.err()).isEqualTo(expected);
        assertThat(ended.exit()).isEqualTo(1);
    }

    private Installed.Ended scan(String... more) throws Exception {
        var arguments = new ArrayList<>(List.of("scan", project.toString(), "--out", out.toString()));
        arguments.addAll(List.of(more));
        return installed.run(arguments.toArray(String[]::new));
    }
}
