package dev.gatehouse.findings.report.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.report.Report;
import dev.gatehouse.findings.report.ReportFormat;
import dev.gatehouse.findings.report.ReportSamples;
import dev.gatehouse.findings.report.json.JsonFormat;
import dev.gatehouse.findings.report.json.ReportFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
    @TempDir
    Path folder;

    @Test
    void writesEveryFormatAndNothingElse() throws IOException {
        var out = folder.resolve("a/b");
        ReportFiles.write(out, ReportSamples.hostile());
        ReportFiles.write(out, ReportSamples.realistic());

        assertThat(names(out))
                .containsExactlyInAnyOrder(
                        "report.json",
                        "report.sarif",
                        "report.html",
                        "junit.xml",
                        "bom.json",
                        "summary.md",
                        "attack-surface.html");
        assertThat(ReportFile.read(out.resolve("report.json"))).isEqualTo(ReportSamples.realistic());
    }

    @Test
    void aFullDiskLeavesTheEarlierReportUntouched() throws IOException {
        ReportFiles.write(folder, ReportSamples.clean());
        var before = names(folder);
        var files = new ReportFiles(List.of(new JsonFormat(), new FullDisk()));

        assertThatThrownBy(() -> files.writeAll(folder, ReportSamples.realistic()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("--out");
        assertThat(names(folder)).isEqualTo(before);
        assertThat(ReportFile.read(folder.resolve("report.json"))).isEqualTo(ReportSamples.clean());
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("out"), "x");

        assertThatThrownBy(() -> ReportFiles.write(file, ReportSamples.clean())).isInstanceOf(BadInput.class);
        assertThat(file).hasContent("x");
    }

    @Test
    void aFolderInTheWayOfAFileLeavesNoHalfReport() throws IOException {
        Files.createDirectories(folder.resolve("report.json/x"));

        assertThatThrownBy(() -> ReportFiles.write(folder, ReportSamples.clean()))
                .isInstanceOf(BadInput.class);
        assertThat(names(folder)).containsExactly("report.json");
    }

    @Test
    void leftoversOfAKilledRunAreRemovedAndThoseOfALivingOneAreNot() throws Exception {
        var killed = new ProcessBuilder("sleep", "60").start();
        killed.destroyForcibly().waitFor();
        var uuid = "00000000-0000-0000-0000-000000000000";
        Files.writeString(folder.resolve(".gatehouse-%d-%s-report.html.tmp".formatted(killed.pid(), uuid)), "half");
        var self = ProcessHandle.current().pid();
        var earlier = Files.writeString(folder.resolve(".gatehouse-%d-%s-bom.json.tmp".formatted(self, uuid)), "half");
        Files.setLastModifiedTime(earlier, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        var living = ".gatehouse-%d-%s-report.sarif.tmp".formatted(self, uuid);
        Files.writeString(folder.resolve(living), "being written");
        Files.writeString(folder.resolve("mine.tmp"), "not ours");

        ReportFiles.write(folder, ReportSamples.clean());

        assertThat(names(folder).stream().filter(name -> name.endsWith(".tmp")))
                .containsExactlyInAnyOrder(living, "mine.tmp");
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static final class FullDisk implements ReportFormat {
        @Override
        public String fileName() {
            return "full.bin";
        }

        @Override
        public void write(Report report, OutputStream out) throws IOException {
            out.write(new byte[100_000]);
            throw new IOException("No space left on device");
        }
    }
}
