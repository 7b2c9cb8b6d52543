package dev.gatehouse.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many scans start at once on one cache and one database folder, all cold. By default few, because starting JVMs is what
 * takes the time on two cores; {@code -Dgatehouse.scans=64} has it done with 64. With both engines that takes about
 * 500 MB of memory a scan.
 */
class ManyScansIT {
    private static final int SCANS = Integer.getInteger("gatehouse.scans", 16);
    private static final int SCANS_WITH_BOTH_ENGINES = Integer.getInteger("gatehouse.scans", 6);
    private static final int HEAP_MEGABYTES = 64;

    @TempDir
    Path folder;

    @Test
    void allFindTheSameAndNobodyWaitsLong() throws Exception {
        var project = Files.createDirectories(folder.resolve("project"));
        Jars.vulnerable(project.resolve("lib.jar"));
        var installed = Installed.cold(folder).withHeap(HEAP_MEGABYTES);

        var findings = findingsOfAll(SCANS, installed, project, "--only", "sca");

        assertThat(findings.findValuesAsText("rule")).contains(Jars.VULNERABILITY);
        assertTidy(installed);
    }

    @Test
    void bothEnginesOfEachGetTheirTurnAndWhatTheyKeptIsWhole() throws Exception {
        var project = Files.createDirectories(folder.resolve("project"));
        Jars.vulnerable(project.resolve("lib.jar"));
        Sources.flawed(project, "shop", "Customers");
        var installed = Installed.cold(folder).withHeap(HEAP_MEGABYTES);

        var findings = findingsOfAll(SCANS_WITH_BOTH_ENGINES, installed, project);
        var again = findingsOfAll(1, installed, project);

        assertThat(findings.findValuesAsText("scanner")).contains("sast", "sca");
        assertThat(again).isEqualTo(findings);
        var kept = new Reported(folder.resolve("out-0")).report().path("scanners");
        assertThat(kept.findValuesAsText("cached")).as("all was kept").containsExactly("1", "1");
        assertTidy(installed);
    }

    /** The findings, which all scans must agree on. */
    private JsonNode findingsOfAll(int scans, Installed installed, Path project, String... more) throws Exception {
        var started = System.nanoTime();
        var running = new ArrayList<Installed.Running>();
        for (int i = 0; i < scans; i++) {
            var out = folder.resolve("out-" + i).toString();
            var arguments = new ArrayList<>(List.of("scan", project.toString(), "--quiet", "--out", out));
            arguments.addAll(List.of(more));
            running.add(installed.start(arguments.toArray(String[]::new)));
        }
        for (var scan : running) {
            var ended = scan.ended();
            assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
            assertThat(ended.err()).isEmpty();
        }
        var took = Duration.ofNanos(System.nanoTime() - started);
        System.out.printf("%d scans at once took %d s%n", scans, took.toSeconds());
        Set<JsonNode> seen = new LinkedHashSet<>();
        for (int i = 0; i < scans; i++) {
            var reported = new Reported(folder.resolve("out-" + i));
            reported.assertWhole();
            assertThat(reported.problems()).isEmpty();
            seen.add(reported.report().path("findings"));
        }
        assertThat(seen).hasSize(1);
        return seen.iterator().next();
    }

    private static void assertTidy(Installed installed) throws Exception {
        assertThat(installed.cache().resolve("work")).isEmptyDirectory();
        assertThat(installed.data().resolve("vulndb/staging")).isEmptyDirectory();
        try (var databases = Files.list(installed.data().resolve("vulndb/databases"))) {
            assertThat(databases).hasSize(1);
        }
        try (var files = Files.walk(installed.cache())) {
            assertThat(files)
                    .as("nothing half written")
                    .noneMatch(file -> file.toString().endsWith(".part"));
        }
    }
}
