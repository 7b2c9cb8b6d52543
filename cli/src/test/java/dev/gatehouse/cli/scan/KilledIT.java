package dev.gatehouse.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A scan that is killed takes its engines with it and leaves nothing that disturbs the next one. The kills follow each
 * other on one cache and one data folder, so that each run also meets what the one before it left.
 */
class KilledIT {
    private static final Duration PHASE_COMES_WITHIN = Duration.ofMinutes(2);
    private static final Duration ENGINES_END_WITHIN = Duration.ofSeconds(20);
    private static final String SCA = "engines/sca";
    private static final String SAST = "engines/sast";

    @TempDir
    Path folder;

    private Path project = Path.of("");
    private Path out = Path.of("");

    /** Whether a running scan has come to the phase in which it is to be killed. */
    private interface Phase {
        boolean reached(Installed.Running scan) throws IOException;
    }

    @BeforeEach
    void aProject() throws IOException {
        project = Files.createDirectories(folder.resolve("project"));
        Jars.vulnerable(project.resolve("lib.jar"));
        Sources.flawed(project, "shop", "Customers");
        out = folder.resolve("out");
    }

    @Test
    void killedInEveryPhaseTheNextRunWorks() throws Exception {
        var installed = Installed.cold(folder);
        kill(installed, scan -> Files.isDirectory(installed.cache()), 0);
        kill(installed, scan -> has(scan, SAST) && has(scan, SCA), 0);
        kill(installed, scan -> has(scan, SAST) && has(scan, SCA), 1500);
        kill(installed, scan -> notEmpty(installed.data().resolve("vulndb/staging")), 500);
        assertThat(out).doesNotExist();

        runsAsIfNothingHadBeen(installed);

        var before = new Reported(out).report().path("findings");
        // a report that is whole would stand, and nothing be written
        Files.delete(out.resolve("summary.md"));
        kill(installed, scan -> notEmpty(out, ".gatehouse-*.tmp"), 0);
        if (Files.exists(out.resolve("report.json"))) {
            assertThat(new Reported(out).report().path("findings")).isEqualTo(before);
        }

        runsAsIfNothingHadBeen(installed);
        assertThat(new Reported(out).report().path("findings")).isEqualTo(before);
    }

    private void runsAsIfNothingHadBeen(Installed installed) throws Exception {
        var ended = start(installed).ended();
        assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
        var reported = new Reported(out);
        reported.assertWhole();
        assertThat(reported.problems()).isEmpty();
        assertThat(reported.rulesFound()).contains(Jars.VULNERABILITY, "SQL_INJECTION_JDBC");
        assertThat(installed.cache().resolve("work")).isEmptyDirectory();
        assertThat(installed.data().resolve("vulndb/staging")).isEmptyDirectory();
    }

    private void kill(Installed installed, Phase phase, int millisLater) throws Exception {
        var scan = start(installed);
        var deadline = System.nanoTime() + PHASE_COMES_WITHIN.toNanos();
        while (!phase.reached(scan)) {
            assertThat(scan.process().isAlive())
                    .as("it ended before its phase came: " + Files.readString(scan.err()))
                    .isTrue();
            assertThat(System.nanoTime()).as("the phase never came").isLessThan(deadline);
            Thread.sleep(2);
        }
        Thread.sleep(millisLater);
        var engines = scan.process().descendants().toList();
        scan.process().destroyForcibly().waitFor();
        CompletableFuture.allOf(engines.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .get(ENGINES_END_WITHIN.toSeconds(), TimeUnit.SECONDS);
    }

    private Installed.Running start(Installed installed) throws IOException {
        return installed.start("scan", project.toString(), "--quiet", "--out", out.toString());
    }

    private static boolean has(Installed.Running scan, String engine) {
        return scan.process()
                .descendants()
                .map(ProcessHandle::info)
                .anyMatch(info -> Stream.of(info.arguments().orElse(new String[0]))
                        .anyMatch(argument -> argument.contains(engine)));
    }

    private static boolean notEmpty(Path directory) throws IOException {
        return notEmpty(directory, "*");
    }

    private static boolean notEmpty(Path directory, String pattern) throws IOException {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (var files = Files.newDirectoryStream(directory, pattern)) {
            return files.iterator().hasNext();
        }
    }
}
