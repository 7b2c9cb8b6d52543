package dev.gatehouse.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.report.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files that a scan wrote, read again. */
record Reported(Path folder) {
    static final List<String> FILES = List.of(
            "attack-surface.html", "bom.json", "junit.xml", "report.html", "report.json", "report.sarif", "summary.md");

    JsonNode report() throws IOException {
        return ReportJson.mapper().readTree(folder.resolve("report.json").toFile());
    }

    /** Those of discovery and of scanners, as {@code kind place}. */
    List<String> problems() throws IOException {
        var report = report();
        var all = StreamSupport.stream(report.path("problems").spliterator(), false);
        var ofScanners = StreamSupport.stream(report.path("scanners").spliterator(), false)
                .flatMap(
                        scanner -> StreamSupport.stream(scanner.path("problems").spliterator(), false));
        return Stream.concat(all, ofScanners)
                .map(problem -> problem.path("kind").asText() + " "
                        + problem.path("place").asText())
                .toList();
    }

    List<String> rulesFound() throws IOException {
        return report().path("findings").findValuesAsText("rule");
    }

    String verdict() throws IOException {
        return report().path("verdict").path("status").asText();
    }

    /** All files are there and nothing else. */
    void assertWhole() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(FILES);
        }
        assertThat(report().path("schemaVersion").isMissingNode()).isFalse();
    }
}
