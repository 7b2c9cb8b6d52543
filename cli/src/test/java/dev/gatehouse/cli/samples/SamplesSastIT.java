package dev.gatehouse.cli.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.protocol.sast.SastAnswer;
import dev.gatehouse.engine.protocol.sast.SastRequest;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.Severity;
import dev.gatehouse.findings.owasp.OwaspTop10;
import dev.gatehouse.findings.report.ReportJson;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.engine.EngineHome;
import dev.gatehouse.scanners.engine.EngineProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SAST engine of the distribution on the samples. */
class SamplesSastIT {
    private static final Path SAMPLES = Path.of(System.getProperty("gatehouse.checkout"), "samples");
    private static final Path ENGINES = Path.of(System.getProperty("gatehouse.home"), "engines");
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int HEAP_MEGABYTES = 512;

    @TempDir
    Path work;

    @Test
    void theShopsCodeIsAsExpected() throws Exception {
        var shop = SAMPLES.resolve("vulnerable-shop");
        var answer = analyse(shop);
        assertThat(answer.problems()).isEmpty();
        var expected = Expectations.read(shop.resolve("expectations.yml"));
        assertThat(Mismatches.between(expected, ScannerKind.SAST, classified(answer)))
                .isEmpty();
    }

    @Test
    void theHealthyServicesCodeHasNoWeakness() throws Exception {
        var answer = analyse(SAMPLES.resolve("healthy-service"));
        assertThat(answer.problems()).isEmpty();
        assertThat(answer.classes()).isPositive();
        assertThat(answer.findings())
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .isEmpty();
    }

    private static List<Finding> classified(SastAnswer answer) {
        var owasp = OwaspTop10.load();
        return answer.findings().stream().map(owasp::classify).toList();
    }

    private SastAnswer analyse(Path sample) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var home = new EngineHome(ENGINES, java, work);
        var classes = sample.resolve("target/classes").toAbsolutePath().normalize();
        var request = new SastRequest(
                sample.getFileName().toString(),
                List.of(classes.toString()),
                libraries(sample),
                SastRequest.Detectors.SECURITY);
        var spec = new EngineProcess.Spec("sast", SastRequest.MAIN_CLASS, HEAP_MEGABYTES, List.of());
        try (var engine = EngineProcess.start(home, spec)) {
            var json = ReportJson.mapper();
            var answer = engine.ask(SastRequest.KIND, json.valueToTree(request), LIMIT, "sast", Progress.SILENT);
            return json.treeToValue(answer, SastAnswer.class);
        }
    }

    private static List<String> libraries(Path sample) throws IOException {
        try (var jars = Files.list(sample.resolve("target/lib"))) {
            return jars.map(jar -> jar.toAbsolutePath().normalize().toString())
                    .sorted()
                    .toList();
        }
    }
}
