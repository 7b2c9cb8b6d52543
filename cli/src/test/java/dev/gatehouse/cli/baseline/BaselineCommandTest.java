package dev.gatehouse.cli.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.cli.Gatehouse;
import dev.gatehouse.cli.shell.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineCommandTest {
    private static final String REPORT = """
            {"schemaVersion":"1.0","created":"2026-11-22T10:00:00Z",
             "project":{"name":"shop\\u001b[31m","commit":"abc123","branch":"main"},
             "findings":[{"id":"gh1-cart","scanner":"sast","rule":"SQL_INJECTION_JDBC","severity":"high","location":
              {"type":"code","module":"shop","file":"src/<script>\\u202e\\n.java","className":"shop.Cart",
               "startLine":7,"endLine":7,"context":"c0ffee"}}],
             "fixed":[{"id":"gh1-gone","scanner":"sca","rule":"CVE-1","severity":"low","location":
              {"type":"dependency","purl":"pkg:maven/g/a@1","file":"a.jar"}}]}
            """;

    @TempDir
    private Path project = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void scanned() throws IOException {
        Files.createDirectory(project.resolve("gatehouse-report"));
        Files.writeString(project.resolve("gatehouse-report/report.json"), REPORT);
    }

    @Test
    void savesTheLastReportOfTheProjectByDefault() {
        assertThat(run("baseline", "save", project.toString())).isZero();
        assertThat(out.toString()).startsWith("Saved 1 findings of ");
        assertThat(project.resolve(".gatehouse-baseline.json")).content().contains("gh1-cart", "gh1-gone");
    }

    @Test
    void takesAReportFileItsFolderOrItsProject() {
        var to = project.resolve("b.json").toString();
        for (var report : new String[] {"gatehouse-report/report.json", "gatehouse-report", ""}) {
            var from = project.resolve(report).toString();
            assertThat(run("baseline", "save", "--report", from, "--to", to)).isZero();
            assertThat(project.resolve("b.json")).exists();
        }
    }

    @Test
    void aProjectThatWasNotScannedIsToldHow() throws IOException {
        var empty = Files.createDirectory(project.resolve("empty")).toString();
        assertThat(run("baseline", "save", empty)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("report.json is not there: run 'gatehouse scan' first");
        assertThat(project.resolve("empty")).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsNotThereIsASentence() {
        var to = project.resolve("no/b.json").toString();
        assertThat(run("baseline", "save", project.toString(), "--to", to)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("cannot be written: its folder does not exist");
    }

    @Test
    void showsFindingsOnLinesThatSteerNoTerminal() {
        assertThat(run(
                        "baseline",
                        "show",
                        project.resolve("gatehouse-report/report.json").toString()))
                .isZero();
        assertThat(out.toString())
                .contains("1 findings (0 critical, 1 high, 0 medium, 0 low, 0 info), 1 fixed earlier")
                .contains("gh1-cart  SQL_INJECTION_JDBC  since 2026-11-22")
                .doesNotContain("\u001b", "\u202e");
        assertThat(out.toString().lines()).hasSize(5);
    }

    @Test
    void showsJson() throws IOException {
        run("baseline", "save", project.toString());
        out.getBuffer().setLength(0);
        var saved = project.resolve(".gatehouse-baseline.json").toString();
        assertThat(run("baseline", "show", saved, "--format", "json")).isZero();
        var json = new JsonMapper().readTree(out.toString());
        assertThat(json.at("/findings/0/id").asText()).isEqualTo("gh1-cart");
        assertThat(json.at("/fixedEarlier/0/id").asText()).isEqualTo("gh1-gone");
        assertThat(json.at("/bySeverity/high").asInt()).isEqualTo(1);
    }

    @Test
    void aMissingFileIsASentenceAndNoStackTrace() {
        assertThat(run("baseline", "show", "nowhere.json")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("gatehouse: nowhere.json is no file");
    }

    private int run(String... args) {
        return Gatehouse.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
