package dev.gatehouse.cli.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.owasp.OwaspTop10;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.dast.DastScanner;
import dev.gatehouse.scanners.dast.run.Credentials;
import dev.gatehouse.scanners.dast.settings.DastReader;
import dev.gatehouse.scanners.dast.settings.DastRequest;
import dev.gatehouse.scanners.dast.zap.ZapStart;
import dev.gatehouse.scanners.engine.EngineHome;
import dev.gatehouse.scanners.project.Project;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ZAP of the distribution and the running shop, started as the demo starts it. */
class SamplesDastIT {
    private static final Path SHOP = Path.of(System.getProperty("gatehouse.checkout"), "samples", "vulnerable-shop");
    private static final Path ENGINES = Path.of(System.getProperty("gatehouse.home"), "engines");

    @TempDir
    Path work;

    @Test
    void theRunningShopIsAsExpected() {
        var file = GatehouseFile.open(SHOP.resolve("gatehouse-dast.yml"));
        var settings = new DastReader(Map.of()).read(file, DastRequest.NOTHING).orElseThrow();
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var scanner = new DastScanner(
                settings,
                new ZapStart(new EngineHome(ENGINES, java, work)),
                new Credentials(Map.of()),
                work.resolve("application.log"),
                Duration.ofMinutes(4));
        var shop = new Project("shop", "folder", SHOP, List.of(), List.of(), List.of(), List.of());
        var result = scanner.scan(shop, Progress.SILENT);

        assertThat(result.run().reason()).isEmpty();
        assertThat(result.run().status()).isEqualTo(ScannerStatus.COMPLETED);
        assertThat(mismatches(result.findings())).isEmpty();
        assertThat(result.findings())
                .as("of the fixed twins only the forms without a token, which but one lack it, may be reported")
                .filteredOn(finding ->
                        ((Location.Http) finding.location()).pathTemplate().startsWith("/fixed"))
                .allMatch(finding -> finding.cwe().contains(352));
    }

    /** A page is judged by weakness, not by rule; a place without a parameter means any parameter of it. */
    private static List<String> mismatches(List<Finding> findings) {
        var owasp = OwaspTop10.load();
        var seen = findings.stream().map(owasp::classify).toList();
        var mismatches = new ArrayList<String>();
        for (var expected : Expectations.read(SHOP.resolve("expectations.yml")).of(ScannerKind.DAST)) {
            var there = seen.stream()
                    .filter(finding -> finding.cwe().contains(expected.cwe()) && isAt(expected.at(), finding))
                    .toList();
            boolean wanted = expected.must() != Expectation.Must.NOT_FIND;
            if (there.isEmpty() == wanted) {
                mismatches.add("%s (%s): CWE-%d %s at %s"
                        .formatted(
                                expected.id(),
                                expected.where(),
                                expected.cwe(),
                                wanted ? "is not reported" : "is reported, but is not there",
                                expected.at()));
            }
            there.stream()
                    .filter(finding -> finding.owasp().getOrDefault("2025", List.of()).stream()
                            .noneMatch(category -> category.id().equals(expected.category())))
                    .forEach(finding -> mismatches.add("%s: not in %s".formatted(expected.id(), expected.category())));
        }
        return mismatches;
    }

    private static boolean isAt(String place, Finding finding) {
        var http = (Location.Http) finding.location();
        var path = http.method() + " " + http.pathTemplate();
        return place.equals(path) || place.equals(path + " " + http.parameter());
    }
}
