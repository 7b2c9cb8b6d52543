package dev.gatehouse.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same report, with the cache and without it. */
class SameAgainIT {
    @TempDir
    Path folder;

    @Test
    void twoScansOfOneProjectDifferInTimesOnly() throws Exception {
        var project = Files.createDirectories(folder.resolve("project"));
        Jars.vulnerable(project.resolve("b.jar"));
        Jars.vulnerable(project.resolve("a.jar"));
        Sources.flawed(project, "shop", "Customers");
        Sources.flawed(project, "shop.orders", "Orders");
        var installed = Installed.prepared(folder);

        var first = scan(installed, project, folder.resolve("first"));
        var kept = scan(installed, project, folder.resolve("kept"));
        var anew = scan(installed, project, folder.resolve("anew"), "--no-cache");

        assertThat(first.path("findings").size()).isGreaterThanOrEqualTo(3);
        assertThat(withoutTimes(kept)).isEqualTo(withoutTimes(first));
        assertThat(withoutTimes(anew)).isEqualTo(withoutTimes(first));
    }

    private static JsonNode scan(Installed installed, Path project, Path out, String... more) throws Exception {
        var arguments = new ArrayList<>(List.of("scan", project.toString(), "--quiet", "--out", out.toString()));
        arguments.addAll(List.of(more));
        var ended = installed.run(arguments.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
        var reported = new Reported(out);
        reported.assertWhole();
        return reported.report();
    }

    /** As text, so that order counts. */
    private static String withoutTimes(JsonNode report) {
        var copy = (ObjectNode) report.deepCopy();
        copy.remove("created");
        copy.path("scanners").forEach(scanner -> {
            ((ObjectNode) scanner).remove("durationMs");
            ((ObjectNode) scanner.path("counts")).remove("cached");
        });
        return copy.toPrettyString();
    }
}
