package dev.gatehouse.scanners.dast;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.scanners.Built;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.dast.process.FreePort;
import dev.gatehouse.scanners.dast.run.Credentials;
import dev.gatehouse.scanners.dast.run.Liveness;
import dev.gatehouse.scanners.dast.run.Outcome;
import dev.gatehouse.scanners.dast.run.ZapScan;
import dev.gatehouse.scanners.dast.settings.DastReader;
import dev.gatehouse.scanners.dast.settings.DastRequest;
import dev.gatehouse.scanners.dast.settings.DastSettings;
import dev.gatehouse.scanners.dast.settings.ZapChoice;
import dev.gatehouse.scanners.dast.zap.Zap;
import dev.gatehouse.scanners.dast.zap.ZapException;
import dev.gatehouse.scanners.dast.zap.ZapStart;
import dev.gatehouse.scanners.engine.EngineHome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The real daemon that comes along, with the real rules, one for all tests of a run: it takes seconds to start. The first port that
 * it is given is taken by another program, as can happen to anyone.
 */
public final class SharedZap implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedZap.class))
                .getOrComputeIfAbsent(Running.class);
    }

    /** The daemon while it runs. */
    public static final class Running implements AutoCloseable {
        private final Path folder;
        private final EngineHome home;
        private final List<Integer> ports = new ArrayList<>();
        private final Zap zap;

        public Running() throws Exception {
            folder = Files.createTempDirectory("gatehouse-zap");
            home = Built.engines(folder);
            try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                zap = new ZapStart(home, () -> {
                            ports.add(ports.isEmpty() ? taken.getLocalPort() : FreePort.find());
                            return ports.get(ports.size() - 1);
                        })
                        .get(new ZapChoice.Embedded(), Progress.SILENT);
            }
        }

        Zap zap() {
            return zap;
        }

        EngineHome home() {
            return home;
        }

        Path folder() {
            return folder;
        }

        /** Every port that it was given, in order. */
        List<Integer> ports() {
            return List.copyOf(ports);
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + ports.get(ports.size() - 1));
        }

        /** Its key, which only its owner can read. */
        String key() throws IOException {
            try (var starts = Files.list(home.work())) {
                for (var start : starts.toList()) {
                    if (Files.readString(start.resolve("log.txt")).contains("ZAP is now listening on")) {
                        return Files.readString(start.resolve("settings.properties"))
                                .strip()
                                .replace("api.key=", "");
                    }
                }
            }
            throw new IOException("no ZAP listens in " + home.work());
        }

        /** Scans by it as a policy file's {@code dast} section says, in flow style: {@code mode: quick, exclude: [/out]}. */
        Scanned scan(Site site, String section, Map<String, String> environment, Duration limit) {
            return scan(site, section, environment, () -> true, limit);
        }

        Scanned scan(Site site, String section, Map<String, String> environment, Liveness application, Duration limit) {
            var settings = settings(site, section);
            var outcome = new Outcome();
            var scan =
                    new ZapScan(zap, site.address(), settings, new Credentials(environment), outcome, Progress.SILENT);
            scan.run(application, limit);
            return new Scanned(outcome, scan);
        }

        /** What the application answers, head and body, when ZAP asks it outside of a scan. */
        String opened(URI address) throws ZapException {
            var message = zap.api()
                    .action("core", "accessUrl", Map.of("url", address))
                    .path("accessUrl")
                    .path(0);
            return message.path("responseHeader").asText()
                    + message.path("responseBody").asText();
        }

        Scanned scan(Site site, String section) {
            return scan(site, section, Map.of(), Duration.ofMinutes(2));
        }

        DastSettings settings(Site site, String section) {
            var text = "version: 1\ndast: {target: '%s', limits: {answer-seconds: 2, addresses: 60}, %s}\n"
                    .formatted(site.address(), section);
            return new DastReader(Map.of())
                    .read(GatehouseFile.parse(".gatehouse.yml", folder, text), DastRequest.NOTHING)
                    .orElseThrow();
        }

        @Override
        public void close() {
            zap.close();
        }
    }

    /** What came of a scan. */
    record Scanned(Outcome outcome, ZapScan scan) {
        ScannerStatus status() {
            return outcome.status();
        }

        String reason() {
            return outcome.reason();
        }

        /** Rule and place of every alert. */
        List<String> alerts() {
            return scan.alerts().all().stream()
                    .map(alert -> alert.path("pluginId").asText() + " "
                            + alert.path("url").asText().replaceFirst("^http://[^/]*", ""))
                    .toList();
        }
    }
}
