package dev.gatehouse.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report that cannot be written is told in one sentence with exit code 2, and no half report is left. */
class OutFolderIT {
    @TempDir
    Path folder;

    private Path project = Path.of("");

    @BeforeEach
    void aProject() throws IOException {
        project = Files.createDirectories(folder.resolve("project"));
        Jars.vulnerable(project.resolve("lib.jar"));
    }

    @Test
    void aFileInThePlaceOfTheFolder() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "mine");
        assertRefused(file);
        assertRefused(file.resolve("below"));
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFolderOnAFileSystemThatIsReadOnly() throws Exception {
        try (var mounted = Mounted.at(Files.createDirectories(folder.resolve("read-only")), "ro,size=1m")) {
            assertRefused(mounted.place());
            assertThat(mounted.place()).isEmptyDirectory();
        }
    }

    @Test
    void aDiskThatIsFull() throws Exception {
        try (var mounted = Mounted.at(Files.createDirectories(folder.resolve("tiny")), "size=64k")) {
            assertRefused(mounted.place());
            assertThat(mounted.place()).isEmptyDirectory();
            var earlier = Files.writeString(mounted.place().resolve("report.json"), "{\"earlier\":true}");
            assertRefused(mounted.place());
            assertThat(earlier).hasContent("{\"earlier\":true}");
        }
    }

    @Test
    void aDiskThatIsFullWhereResultsAreKept() throws Exception {
        var installed = Installed.prepared(folder);
        try (var mounted = Mounted.at(Files.createDirectories(folder.resolve("cache")), "size=64k")) {
            Files.write(mounted.place().resolve("ballast"), new byte[60 << 10]);
            var ended = installed.run("scan", project.toString(), "--only", "sca", "--quiet");
            assertThat(ended.exit()).as(ended.err()).isIn(1, 2, 3);
            assertThat(ended.err().lines().count()).isLessThanOrEqualTo(1);
        }
    }

    private void assertRefused(Path out) throws Exception {
        var ended = Installed.prepared(folder)
                .run("scan", project.toString(), "--only", "sca", "--quiet", "--out", out.toString());
        assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).startsWith("gatehouse: ").contains("cannot be written");
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.out()).isEmpty();
    }

    /** A file system in memory; where it may not be mounted the test is skipped, and says so. */
    private record Mounted(Path place) implements AutoCloseable {
        static Mounted at(Path place, String options) throws IOException, InterruptedException {
            assumeThat(succeeds("mount", "-t", "tmpfs", "-o", options, "tmpfs", place.toString()))
                    .as("SKIPPED: this machine lets nobody but root mount a file system to fill up")
                    .isTrue();
            return new Mounted(place);
        }

        @Override
        public void close() throws IOException {
            assertThat(new ProcessBuilder("umount", place.toString())
                            .start()
                            .onExit()
                            .join()
                            .exitValue())
                    .isZero();
        }

        private static boolean succeeds(String... command) throws InterruptedException {
            try {
                var process =
                        new ProcessBuilder(command).redirectErrorStream(true).start();
                return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
            } catch (IOException e) {
                return false;
            }
        }
    }
}
