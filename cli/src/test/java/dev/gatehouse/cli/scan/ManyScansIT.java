package dev.gatehouse.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many scans start at once on one cache and one database folder, both cold. By default 16, because starting two JVMs a
 * scan is what takes the time on two cores; {@code -Dgatehouse.scans=64} has it done with 64.
 */
class ManyScansIT {
    private static final int SCANS = Integer.getInteger("gatehouse.scans", 16);
    private static final int HEAP_MEGABYTES = 64;

    @TempDir
    Path folder;

    @Test
    void allFindTheSameAndNobodyWaitsLong() throws Exception {
        var project = Files.createDirectories(folder.resolve("project"));
        Jars.vulnerable(project.resolve("lib.jar"));
        var installed = Installed.cold(folder).withHeap(HEAP_MEGABYTES);
        var started = System.nanoTime();
        var running = new ArrayList<Installed.Running>();
        for (int i = 0; i < SCANS; i++) {
            var out = folder.resolve("out-" + i).toString();
            running.add(installed.start("scan", project.toString(), "--only", "sca", "--quiet", "--out", out));
        }

        for (var scan : running) {
            var ended = scan.ended();
            assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
            assertThat(ended.err()).isEmpty();
        }
        var took = Duration.ofNanos(System.nanoTime() - started);
        System.out.printf("%d scans at once took %d s%n", SCANS, took.toSeconds());

        Set<JsonNode> seen = new LinkedHashSet<>();
        for (int i = 0; i < SCANS; i++) {
            var reported = new Reported(folder.resolve("out-" + i));
            reported.assertWhole();
            assertThat(reported.problems()).isEmpty();
            seen.add(reported.report().path("findings"));
        }
        assertThat(seen).hasSize(1);
        assertThat(seen.iterator().next().findValuesAsText("rule")).contains(Jars.VULNERABILITY);
        assertThat(installed.cache().resolve("work")).isEmptyDirectory();
        assertThat(installed.data().resolve("vulndb/staging")).isEmptyDirectory();
        try (var databases = Files.list(installed.data().resolve("vulndb/databases"))) {
            assertThat(databases).hasSize(1);
        }
    }
}
