package dev.gatehouse.jenkins.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.jenkins.result.ScanFolder;
import dev.gatehouse.jenkins.result.ScanSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real command, out of the plugin that was built, on the sample. */
@Timeout(120)
final class ScanTaskIT {
    private static final Path SAMPLE = Path.of(System.getProperty("gatehouse.checkout"), "samples/vulnerable-shop")
            .toAbsolutePath()
            .normalize();

    @TempDir
    private static Path tools = Path.of("");

    @TempDir
    private Path build = Path.of("");

    @TempDir
    private Path work = Path.of("");

    private LocalMachine machine = new LocalMachine(work, work, tools);
    private ScanSettings settings = Asked.nothing();

    @BeforeAll
    static void theSampleIsBuilt() {
        assertThat(SAMPLE.resolve("target/classes")).as("the sample is built").isDirectory();
    }

    @BeforeEach
    void onThisMachine() throws Exception {
        var workspace = Files.createDirectory(work.resolve("ws"));
        machine = new LocalMachine(workspace, work, tools);
        settings = Asked.of(SAMPLE.toString(), List.of("sast"), "", "");
    }

    @AfterAll
    static void nothingRunsOn() {
        assertThat(ProcessHandle.allProcesses()
                        .filter(process -> process.info()
                                .commandLine()
                                .filter(line -> line.contains(tools.toString()))
                                .isPresent()))
                .isEmpty();
    }

    @Test
    void aScanBringsItsWholeReportToTheBuildAndTheNextOneComparesWithIt() throws Exception {
        var first = ScanFolder.reserve(build, "scan");
        task().run(settings, first, Optional.empty(), Optional.empty());

        var summary = ScanSummary.of(first.id(), first.report());
        assertThat(ScanFolder.FILES).allMatch(first::has);
        assertThat(summary.getVerdict()).isEqualTo("failed");
        assertThat(summary.getReasons()).isNotEmpty();
        assertThat(summary.getNewFindings()).isPositive();
        assertThat(summary.getExistingFindings()).isZero();
        assertThat(machine.log()).content().contains("sast");

        var second = ScanFolder.reserve(build, "scan");
        task().run(settings, second, Optional.of(first.file(ScanFolder.REPORT)), Optional.empty());

        var next = ScanSummary.of(second.id(), second.report());
        assertThat(second.id()).isEqualTo("scan-2");
        assertThat(next.getNewFindings()).isZero();
        assertThat(next.getExistingFindings()).isEqualTo(summary.getNewFindings());
    }

    @Test
    void theOrganisationsFloorHoldsWhateverTheRepositorySays() throws Exception {
        var floor = Files.writeString(work.resolve("floor.yml"), "gate:\n  nonsense: 1\n");

        assertThatThrownBy(() ->
                        task().run(settings, ScanFolder.reserve(build, "scan"), Optional.empty(), Optional.of(floor)))
                .isInstanceOf(BadInput.class);
        assertThat(machine.log()).content().contains("floor.yml").contains("nonsense");
    }

    @Test
    void aMistakeInTheCallIsTheUsersAndToldInTheLog() throws Exception {
        settings = Asked.of(SAMPLE.toString(), List.of("sast"), "not-there.yml", "");

        assertThatThrownBy(() ->
                        task().run(settings, ScanFolder.reserve(build, "scan"), Optional.empty(), Optional.empty()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("called wrongly");
        assertThat(machine.log()).content().contains("not-there.yml");
    }

    @Test
    void aScanThatIsAbortedLeavesNoProcessAndNoReport() throws Exception {
        var kept = ScanFolder.reserve(build, "scan");
        var scan = new Thread(() -> {
            try {
                task().run(settings, kept, Optional.empty(), Optional.empty());
            } catch (Exception e) {
                Thread.currentThread().interrupt();
            }
        });
        scan.start();
        while (engines() == 0 && scan.isAlive()) {
            Thread.sleep(20);
        }
        assertThat(engines()).as("an engine was running").isPositive();

        scan.interrupt();
        scan.join();

        for (int i = 0;
                i < 250 && (engines() > 0 || ProcessHandle.of(machine.pid).isPresent());
                i++) {
            Thread.sleep(20);
        }
        assertThat(engines()).isZero();
        assertThat(ProcessHandle.of(machine.pid)).isEmpty();
        assertThat(kept.has(ScanFolder.REPORT)).isFalse();
    }

    private static long engines() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(tools + "/") && line.contains("/engines/"))
                        .isPresent())
                .count();
    }

    private ScanTask task() {
        return new ScanTask(
                machine,
                Map.of(
                        "GATEHOUSE_CACHE", work.resolve("cache").toString(),
                        "GATEHOUSE_DATA", work.resolve("data").toString()),
                Map.of());
    }
}
