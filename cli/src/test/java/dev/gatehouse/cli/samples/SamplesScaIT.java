package dev.gatehouse.cli.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.ScannerKind;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.findings.owasp.OwaspTop10;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.Scanner;
import dev.gatehouse.scanners.cache.FileDigests;
import dev.gatehouse.scanners.engine.EngineHome;
import dev.gatehouse.scanners.project.Project;
import dev.gatehouse.scanners.sca.KnownResults;
import dev.gatehouse.scanners.sca.ScaScanner;
import dev.gatehouse.scanners.vulndb.DatabasePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SCA scanner with the distribution's engine and the embedded database on the samples' libraries. */
class SamplesScaIT {
    private static final Path SAMPLES = Path.of(System.getProperty("gatehouse.checkout"), "samples");
    private static final Path ENGINES = Path.of(System.getProperty("gatehouse.home"), "engines");
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    static Path shared;

    @Test
    void theShopsLibrariesAreAsExpected() throws Exception {
        var shop = SAMPLES.resolve("vulnerable-shop");
        var result = scan(shop);
        var findings =
                result.findings().stream().map(OwaspTop10.load()::classify).toList();
        var expected = Expectations.read(shop.resolve("expectations.yml"));
        assertThat(Mismatches.between(expected, ScannerKind.SCA, findings)).isEmpty();
    }

    @Test
    void theHealthyServicesLibrariesHaveNoKnownVulnerability() throws Exception {
        var result = scan(SAMPLES.resolve("healthy-service"));
        assertThat(result.findings()).isEmpty();
    }

    private static Scanner.Result scan(Path sample) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var home = new EngineHome(ENGINES, java, shared.resolve("work"));
        var scanner = new ScaScanner(
                home,
                DatabasePlace.in(shared.resolve("vulndb")),
                KnownResults.NONE,
                FileDigests.forgetful(Clock.systemUTC()),
                LIMIT,
                Clock.systemUTC());
        var libraries = libraries(sample);
        assertThat(libraries).isNotEmpty();
        var project = new Project(
                sample.getFileName().toString(), "folder", sample, List.of(), libraries, List.of(), List.of());
        var result = scanner.scan(project, Progress.SILENT);
        assertThat(result.run().status()).as(result.run().reason()).isEqualTo(ScannerStatus.COMPLETED);
        return result;
    }

    private static List<Project.Library> libraries(Path sample) throws IOException {
        try (var jars = Files.list(sample.resolve("target/lib"))) {
            return jars.sorted().map(SamplesScaIT::library).toList();
        }
    }

    private static Project.Library library(Path jar) {
        var file = jar.toAbsolutePath().normalize();
        return new Project.Library(file, file.getFileName().toString(), null, List.of(), true, List.of(), List.of());
    }
}
