package dev.gatehouse.jenkins.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScanFolderTest {
    @TempDir
    private Path build = Path.of("");

    @Test
    void branchesOfOneBuildThatAskAtOnceGetFoldersOfTheirOwn() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<String> asking = () -> ScanFolder.reserve(build, "scan").id();
            var ids = new HashSet<String>();
            for (var id : pool.invokeAll(Stream.generate(() -> asking).limit(20).toList())) {
                ids.add(id.get());
            }
            assertThat(ids).hasSize(20).contains("scan", "scan-2", "scan-20");
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aNameBecomesWhatFileSystemsAndAddressesHave() {
        assertThat(ScanFolder.idOf("Matrix - OS = 'linux'")).isEqualTo("matrix-os-linux");
        assertThat(ScanFolder.idOf("../../etc")).isEqualTo("etc");
        assertThat(ScanFolder.idOf("")).isEqualTo("scan");
        assertThat(ScanFolder.idOf("x".repeat(500))).hasSize(60);
    }

    @Test
    void onlyFilesOfAReportAreHandedOut() throws Exception {
        var folder = ScanFolder.reserve(build, "scan");
        Files.writeString(folder.folder().resolve("report.html"), "x");
        Files.writeString(folder.folder().resolve("secret.txt"), "x");

        assertThat(folder.has("report.html")).isTrue();
        assertThat(folder.has("secret.txt")).isFalse();
        assertThat(folder.has("../scan/report.html")).isFalse();
    }

    @Test
    void aReservationThatCameToNothingLeavesNothing() throws Exception {
        var folder = ScanFolder.reserve(build, "scan");
        Files.writeString(folder.file("report.json"), "{");

        folder.discard();

        assertThat(build.resolve("gatehouse")).isEmptyDirectory();
    }
}
