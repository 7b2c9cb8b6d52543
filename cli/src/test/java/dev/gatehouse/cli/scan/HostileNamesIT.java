package dev.gatehouse.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.report.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that try to be markup, to break a line, to turn the reading direction or to steer a terminal. */
class HostileNamesIT {
    private static final String ESCAPE = "\u001b";
    private static final String RIGHT_TO_LEFT = "\u202e";
    private static final String NAME =
            "a\"b'<script>alert(1)\n::error::c" + ESCAPE + "[31m" + RIGHT_TO_LEFT + "](x)`|&";
    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]|[\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u200f]");

    @TempDir
    static Path folder;

    private static Installed.Ended ended = new Installed.Ended(-1, "", "", Duration.ZERO);
    private static Path out = Path.of("");

    @BeforeAll
    static void scan() throws Exception {
        var project = Files.createDirectories(folder.resolve(NAME));
        var jar = Files.createDirectories(project.resolve(NAME)).resolve(NAME + ".jar");
        Jars.vulnerable(jar);
        Files.write(project.resolve("cut" + NAME + ".jar"), new byte[100]);
        Files.write(
                project.resolve("nested.jar"),
                Jars.of(Map.of(
                        "../" + NAME + ".jar", Jars.bytes("x"), "lib/" + NAME + ".jar", Jars.bytes("no archive"))));
        Sources.flawed(project, "hostile", "Customers");
        Files.write(project.resolve("classes").resolve(NAME + ".class"), Jars.bytes("no class"));
        out = folder.resolve("out");
        ended = Installed.prepared(folder).run("scan", project.toString(), "--out", out.toString());
    }

    @Test
    void theScanWorksAsOnAnyOtherProject() throws Exception {
        assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
        var reported = new Reported(out);
        reported.assertWhole();
        assertThat(reported.rulesFound())
                .as("problems: " + reported.problems())
                .contains(Jars.VULNERABILITY, "SQL_INJECTION_JDBC");
        assertThat(reported.problems())
                .anyMatch(problem -> problem.startsWith("unreadable-archive "))
                .anyMatch(problem -> problem.startsWith("misnamed-class "))
                .noneMatch(problem -> problem.startsWith("engine-failed "));
    }

    @Test
    void whatIsPrintedSteersNothing() {
        assertThat(STEERING.matcher(ended.out()).find()).as(ended.out()).isFalse();
        assertThat(STEERING.matcher(ended.err()).find()).as(ended.err()).isFalse();
        assertThat(ended.out().lines()).noneMatch(line -> line.startsWith("::"));
        assertThat(ended.err().lines()).noneMatch(line -> line.startsWith("::"));
    }

    @Test
    void noReportHoldsACharacterThatSteers() throws Exception {
        for (var name : Reported.FILES) {
            var text = Files.readString(out.resolve(name));
            var steering = STEERING.matcher(text);
            assertThat(steering.find())
                    .as(() -> name + ": " + text.substring(Math.max(0, steering.start() - 80), steering.end()))
                    .isFalse();
        }
    }

    @Test
    void theMachineReadableReportsAreParsedAgain() throws Exception {
        for (var name : List.of("report.json", "report.sarif", "bom.json")) {
            assertThat(json(name).isObject()).as(name).isTrue();
        }
        var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        assertThat(parser.parse(out.resolve("junit.xml").toFile())
                        .getElementsByTagName("testcase")
                        .getLength())
                .isPositive();
    }

    @Test
    void noNameBecomesMarkup() throws Exception {
        assertThat(Files.readString(out.resolve("report.html"))).doesNotContain("<script>alert");
        assertThat(Files.readString(out.resolve("summary.md"))).doesNotContain("<script>alert");
        assertThat(Files.readAllLines(out.resolve("summary.md"))).noneMatch(line -> line.startsWith("::error::"));
    }

    @Test
    void theSourceOfTruthKeepsTheNamesAsTheyAre() throws Exception {
        var files = json("report.json").path("findings").findValuesAsText("file");
        assertThat(files).anyMatch(file -> file.contains("<script>"));
    }

    private static JsonNode json(String name) throws IOException {
        return ReportJson.mapper().readTree(out.resolve(name).toFile());
    }
}
