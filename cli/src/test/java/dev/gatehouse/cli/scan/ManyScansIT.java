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

/** Many scans start at once on one cache and one database folder. */
class ManyScansIT {
    /** With everything cold: starting two JVMs a scan is what takes the time on two cores. */
    private static final int COLD = Integer.getInteger("gatehouse.cold-scans", 16);

    /** With both engines; each that is not kept needs about 500 MB and ten seconds of a processor. */
    private static final int ALL = Integer.getInteger("gatehouse.scans", 64);

    private static final int ONE_IN = 16;
    private static final int HEAP_MEGABYTES = 64;

    @TempDir
    Path folder;

    @Test
    void thoseThatAllHaveToMakeTheDatabaseFindTheSame() throws Exception {
        var project = Files.createDirectories(folder.resolve("project"));
        Jars.vulnerable(project.resolve("lib.jar"));
        var installed = Installed.cold(folder).withHeap(HEAP_MEGABYTES);
        var started = System.nanoTime();
        var running = new ArrayList<Installed.Running>();
        for (int i = 0; i < COLD; i++) {
            var out = folder.resolve("out-" + i).toString();
            running.add(installed.start("scan", project.toString(), "--only", "sca", "--quiet", "--out", out));
        }

        for (var scan : running) {
            var ended = scan.ended();
            assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
            assertThat(ended.err()).isEmpty();
        }
        told(COLD, started);

        Set<JsonNode> seen = new LinkedHashSet<>();
        for (int i = 0; i < COLD; i++) {
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

    /** Most find the answers of a scan before them; one in sixteen has code of its own and starts both engines. */
    @Test
    void sixtyFourWithCodeAndLibrariesOfWhichFourStartBothEngines() throws Exception {
        var installed = Installed.prepared(folder).withHeap(HEAP_MEGABYTES);
        var known = project("known", "Customers");
        assertThat(installed.run(arguments(known, "before")).exit()).isEqualTo(1);
        var projects = new ArrayList<Path>();
        for (int i = 0; i < ALL; i++) {
            projects.add(i % ONE_IN == 0 ? project("new-" + i, "Orders" + i) : known);
        }
        var started = System.nanoTime();
        var running = new ArrayList<Installed.Running>();
        for (int i = 0; i < ALL; i++) {
            running.add(installed.start(arguments(projects.get(i), "out-" + i)));
        }

        for (int i = 0; i < ALL; i++) {
            var ended = running.get(i).ended();
            assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
            assertThat(ended.err()).isEmpty();
            var reported = new Reported(folder.resolve("out-" + i));
            reported.assertWhole();
            assertThat(reported.problems()).isEmpty();
            assertThat(reported.rulesFound()).contains(Jars.VULNERABILITY, "SQL_INJECTION_JDBC");
            assertThat(reported.report().at("/scanners/0/counts/cached").asInt())
                    .as("modules that were not analysed again")
                    .isEqualTo(i % ONE_IN == 0 ? 0 : 1);
        }
        told(ALL, started);
        assertThat(installed.cache().resolve("work")).isEmptyDirectory();
    }

    private Path project(String name, String className) throws Exception {
        var project = Files.createDirectories(folder.resolve(name));
        Jars.vulnerable(project.resolve("lib.jar"));
        Sources.flawed(project, "shop", className);
        return project;
    }

    private String[] arguments(Path project, String out) {
        return new String[] {
            "scan", project.toString(), "--quiet", "--out", folder.resolve(out).toString()
        };
    }

    private static void told(int scans, long started) {
        var took = Duration.ofNanos(System.nanoTime() - started);
        System.out.printf("%d scans at once took %d s%n", scans, took.toSeconds());
    }
}
