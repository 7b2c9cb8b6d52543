package dev.gatehouse.findings.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportSamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
    @TempDir
    Path folder;

    @Test
    void readsBackWhatWasWritten() throws IOException {
        assertThat(ReportFile.read(file(json(ReportSamples.realistic())))).isEqualTo(ReportSamples.realistic());
    }

    @Test
    void hostileTextsComeBackAsTheyWere() throws IOException {
        var text = json(ReportSamples.hostile());

        assertThat(text.chars())
                .as("ASCII, nothing that steers a terminal")
                .allMatch(c -> c == '\n' || (c >= 32 && c < 127));
        var read = ReportFile.read(file(text));
        assertThat(read.findings().get(0).title()).isEqualTo(ReportSamples.HOSTILE);
        // half a surrogate pair survives in values; in the names of facts it cannot
        assertThat(read.findings().get(0).evidence().facts())
                .containsOnlyKeys(ReportSamples.HOSTILE.replace('\ud800', '?'));
    }

    @Test
    void unknownPropertiesOfANewerMinorVersionAreIgnored() throws IOException {
        var text = json(ReportSamples.clean()).replaceFirst("\"1.0\"", "\"1.7\", \"novelty\" : {\"a\": [1, {}]}");

        assertThat(ReportFile.read(file(text)).schemaVersion()).isEqualTo("1.7");
    }

    @Test
    void aReportOfTheFutureIsRefused() throws IOException {
        refuses(json(ReportSamples.clean()).replaceFirst("\"1.0\"", "\"2.0\""), "schemaVersion '2.0'");
    }

    @Test
    void aReportThatWasCutOffIsRefused() throws IOException {
        var text = json(ReportSamples.realistic());

        for (int length : new int[] {20, 500, text.length() / 2, text.length() - 3}) {
            refuses(text.substring(0, length), "ends in the middle");
        }
        for (var word : new String[] {"t", "tru", "f", "fals", "nul"}) {
            refuses("{\"schemaVersion\": \"1.0\", \"created\": " + word, "ends in the middle");
        }
    }

    @Test
    void foreignFilesAreRefused() throws IOException {
        refuses("", "is no report");
        refuses("[1,2]", "is no report");
        refuses("<xml/>", "is not JSON at line 1");
        refuses("{\"schemaVersion\": \"1.0\", \"created\": true_or_not}", "is not JSON at line 1");
        refuses("{\"version\": \"2.1.0\", \"runs\": []}", "it has no schemaVersion");
        refuses("{\"schemaVersion\": \"1.0\"}", "is not a");
        refuses("{\"schemaVersion\": \"1.0\", \"a\": " + "[".repeat(5000) + "]".repeat(5000) + "}", "nested deeper");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        var text = json(ReportSamples.realistic());

        refuses(text.replaceFirst("\"title\"", "\"titel\""), "findings[0].title is missing");
        refuses(text.replaceFirst("\"critical\"", "\"dire\""), "findings");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ReportFile.read(folder.resolve("none.json")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("none.json is no file");
    }

    private void refuses(String content, String because) throws IOException {
        var file = file(content);
        assertThatThrownBy(() -> ReportFile.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(because);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("report.json"), content);
    }

    private static String json(Report report) throws IOException {
        var out = new ByteArrayOutputStream();
        new JsonFormat().write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
