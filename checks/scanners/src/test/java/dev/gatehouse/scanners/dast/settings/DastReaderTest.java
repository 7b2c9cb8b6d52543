package dev.gatehouse.scanners.dast.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DastReaderTest {
    @TempDir
    Path folder;

    @Test
    void withoutAnythingThereIsNothingToScan() {
        assertThat(new DastReader(Map.of()).read(null, DastRequest.NOTHING)).isEmpty();
        assertThat(read("version: 1\ngate: {}\n", DastRequest.NOTHING)).isEmpty();
    }

    @Test
    void everySettingIsRead() {
        var settings = read("""
                        version: 1
                        dast:
                          start:
                            command: [java, -jar, shop.jar, --port, "{port}"]
                            ready: /health
                            ready-within-seconds: 20
                            environment: {LEVEL: debug}
                          mode: quick
                          include: [/shop/*]
                          exclude: [/shop/logout]
                          login:
                            form:
                              path: /in
                              data: user={%username%}&password={%password%}
                              username-from: SHOP_USER
                              password-from: SHOP_PASSWORD
                              logged-in: Sign out
                          openapi: api.yaml
                          ajax-spider: chrome-headless
                          limits: {minutes: 3, addresses: 50}
                          rules: {off: [960013]}
                          requests-per-second: 20
                        """, DastRequest.NOTHING).orElseThrow();
        var start = Objects.requireNonNull(settings.start());
        assertThat(start.command()).containsExactly("java", "-jar", "shop.jar", "--port", "{port}");
        assertThat(start.readyPath()).isEqualTo("/health");
        assertThat(settings.mode()).isEqualTo(Mode.QUICK);
        assertThat(settings.limits().whole()).isEqualTo(Duration.ofMinutes(3));
        assertThat(settings.limits().rule()).isEqualTo(Limits.QUICK.rule());
        assertThat(settings.limits().addresses()).isEqualTo(50);
        assertThat(settings.login()).isInstanceOf(Login.Form.class);
        assertThat(settings.ajaxBrowser()).isEqualTo("chrome-headless");
        assertThat(settings.rulesOff()).containsExactly(960013);
        assertThat(settings.zap()).isEqualTo(new ZapChoice.Embedded());
    }

    @Test
    void theCommandLineComesFirst() {
        var request = new DastRequest("http://127.0.0.1:9", "baseline", "http://127.0.0.1:8", null, true);
        var settings = new DastReader(Map.of("GATEHOUSE_ZAP_KEY", "k"))
                .read(file("version: 1\ndast: {target: 'http://shop.example/', mode: full}\n"), request)
                .orElseThrow();
        assertThat(settings.target()).isEqualTo(URI.create("http://127.0.0.1:9/"));
        assertThat(settings.mode()).isEqualTo(Mode.BASELINE);
        assertThat(settings.zap()).isEqualTo(new ZapChoice.Running(URI.create("http://127.0.0.1:8/"), "k"));
    }

    @Test
    void anInstallationOnThePathIsUsedUnlessAnotherZapIsNamed() throws Exception {
        var installed = Files.createDirectory(folder.resolve("zap"));
        assertThat(Files.createFile(installed.resolve("zap.sh")).toFile().setExecutable(true))
                .isTrue();
        var reader = new DastReader(Map.of("PATH", "%s%s%s".formatted(folder, File.pathSeparator, installed)));
        var file = file("version: 1\ndast: {target: 'http://shop.example/'}\n");
        assertThat(reader.read(file, DastRequest.NOTHING).orElseThrow().zap())
                .isEqualTo(new ZapChoice.Installed(installed));
        var running = new DastRequest(null, null, "http://127.0.0.1:8", null, true);
        assertThat(reader.read(file, running).orElseThrow().zap()).isInstanceOf(ZapChoice.Running.class);
    }

    @Test
    void mistakesAreToldWithTheirPlace() throws Exception {
        assertMistake("dast: {targt: 'http://x/'}", ":2:8: unknown key 'targt'; did you mean 'target'?");
        assertMistake("dast: {mode: full}", "names no application");
        assertMistake("dast: {target: 'ftp://x'}", "'ftp://x' is no address of an application");
        assertMistake("dast: {target: 'http://u:p@x/'}", "is no address of an application");
        assertMistake("dast: {target: 'http://x/', mode: deep}", "'deep' is no mode: use baseline, quick or full");
        assertMistake("dast: {target: 'http://x/', include: [shop]}", "a path starts with /");
        assertMistake("dast: {target: 'http://x/', login: {}}", "a log-in is one of form, header, script");
        assertMistake(
                "dast: {target: 'http://x/', login: {script: {file: in.js, username-from: U, password-from: P,"
                        + " logged-in: out}}}",
                "there is no script");
        assertMistake(
                "dast: {target: 'http://x/', login: {form: {path: /in, data: 'u={%username%}&p={%password%}',"
                        + " username-from: U, password-from: P, logged-in: '(Sign out'}}}",
                "'(Sign out' is no regular expression: Unclosed group");
        assertMistake("dast: {target: 'http://x/', ajax-spider: yes please}", "neither true nor false nor a browser");
        assertMistake("dast: {start: {command: x, directory: nowhere}}", "does not exist");
        assertMistake("dast: {start: {command: x, port: 70000}}", "from 0 to 65535");
        Files.createDirectory(folder.resolve("zap"));
        assertMistake("dast: {target: 'http://x/', zap: {home: zap}}", "is no ZAP installation");
        assertThatThrownBy(() -> new DastReader(Map.of()).read(null, new DastRequest(null, null, null, null, true)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("dast needs an application: give --target URL");
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThatThrownBy(() -> read("""
                        version: 1
                        dast:
                          target: http://x/
                          login: {form: {path: in, data: user, username-from: U, logged-in: out}}
                          limits: {minutes: 0}
                          requests-per-second: many
                        """, DastRequest.NOTHING))
                .satisfies(mistake -> assertThat(
                                String.valueOf(mistake.getMessage()).lines())
                        .hasSize(5)
                        .anyMatch(line -> line.contains(":4:24: 'in' is no path"))
                        .anyMatch(line -> line.contains("'data' holds the fields"))
                        .anyMatch(line -> line.contains("'password-from' is missing"))
                        .anyMatch(line -> line.contains(":5:"))
                        .anyMatch(line -> line.contains(":6:")));
    }

    private void assertMistake(String line, String message) {
        assertThatThrownBy(() -> read("version: 1\n" + line + "\n", DastRequest.NOTHING))
                .as(line)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    private Optional<DastSettings> read(String text, DastRequest request) {
        return new DastReader(Map.of()).read(file(text), request);
    }

    private GatehouseFile file(String text) {
        return GatehouseFile.parse(".gatehouse.yml", folder, text);
    }
}
