package dev.gatehouse.scanners.sast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.Evidence;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceLookupTest {
    @TempDir
    Path folder;

    @Test
    void eachStepSaysWhatStandsThere() throws IOException {
        var sources = Files.createDirectories(folder.resolve("src"));
        Files.createDirectories(sources.resolve("shop"));
        Files.writeString(
                sources.resolve("shop/Cart.java"),
                "class Cart {\n    String id = request.getParameter(\"id\");\n\n}\n");
        var module = new Project.Module("shop", folder, List.of(), List.of(), List.of(sources));
        var steps = List.of(
                new Evidence.Step("the value is read", "shop/Cart.java", 2),
                new Evidence.Step("an empty line", "shop/Cart.java", 3),
                new Evidence.Step("beyond the end", "shop/Cart.java", 40),
                new Evidence.Step("elsewhere", "shop/Absent.java", 1),
                new Evidence.Step("nowhere", null, 0));
        var finding = Finding.seen(
                ScannerKind.SAST,
                "R",
                "R",
                Severity.HIGH,
                new Location.Code("shop", "shop/Cart.java", "shop.Cart", null, 2, 2, ""),
                new Evidence(null, steps, Map.of(), List.of()));

        var completed = new SourceLookup(JavaSources.project(folder, module), module)
                .complete(List.of(finding))
                .get(0);

        assertThat(completed.evidence().steps())
                .extracting(Evidence.Step::message)
                .containsExactly(
                        "the value is read: String id = request.getParameter(\"id\");",
                        "an empty line",
                        "beyond the end",
                        "elsewhere",
                        "nowhere");
        assertThat(completed.evidence().steps()).extracting(Evidence.Step::file).startsWith("src/shop/Cart.java");
    }
}
