package dev.gatehouse.scanners.dast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.Scanner;
import dev.gatehouse.scanners.dast.run.Credentials;
import dev.gatehouse.scanners.dast.settings.DastReader;
import dev.gatehouse.scanners.dast.settings.DastRequest;
import dev.gatehouse.scanners.dast.zap.ZapStart;
import dev.gatehouse.scanners.project.Project;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A ZAP that somebody else started, with its key from the environment. */
@ExtendWith(SharedZap.class)
class RunningZapIT {

    @TempDir
    static Path folder;

    private static SharedZap.Running zap;

    @BeforeAll
    static void start(SharedZap.Running running) {
        zap = running;
    }

    @Test
    void itIsUsedAndGoesOnRunning() throws Exception {
        try (var site = site()) {
            var result = scan(site, Map.of("GATEHOUSE_ZAP_KEY", zap.key()));
            assertThat(result.run().reason()).isEmpty();
            assertThat(result.findings()).extracting(Finding::rule).contains("ZAP-960001");
            assertThat(zap.zap()
                            .api()
                            .view("core", "version", Map.of())
                            .path("version")
                            .asText())
                    .isEqualTo(result.run().version());
        }
    }

    @Test
    void aWrongKeyIsToldAndNotShown() throws Exception {
        try (var site = site()) {
            var result = scan(site, Map.of("GATEHOUSE_ZAP_KEY", "wrong"));
            assertThat(result.run().status()).isEqualTo(ScannerStatus.FAILED);
            assertThat(result.run().reason())
                    .contains("does not accept the key")
                    .doesNotContain("wrong");
        }
    }

    private static Site site() throws Exception {
        return new Site(request -> request.getRequestURI().getPath().equals("/echo")
                ? Site.Answer.html(Site.parameter(request, "q"))
                : Site.Answer.html("<a href='/echo?q=a'>echo</a>"));
    }

    private static Scanner.Result scan(Site site, Map<String, String> environment) {
        var text = "version: 1\ndast: {target: '%s', rules: {only: [960001]}}\n".formatted(site.address());
        var settings = new DastReader(environment)
                .read(
                        GatehouseFile.parse(".gatehouse.yml", folder, text),
                        new DastRequest(null, null, zap.address().toString(), null, true))
                .orElseThrow();
        return new DastScanner(
                        settings,
                        new ZapStart(zap.home()),
                        new Credentials(environment),
                        folder.resolve("application.log"),
                        Duration.ofMinutes(2))
                .scan(
                        new Project("nothing", "folder", folder, List.of(), List.of(), List.of(), List.of()),
                        Progress.SILENT);
    }
}
