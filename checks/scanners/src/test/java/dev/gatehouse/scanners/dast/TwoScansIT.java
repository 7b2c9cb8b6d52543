package dev.gatehouse.scanners.dast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.scanners.Built;
import dev.gatehouse.scanners.Scanner;
import dev.gatehouse.scanners.dast.run.Credentials;
import dev.gatehouse.scanners.dast.settings.DastReader;
import dev.gatehouse.scanners.dast.settings.DastRequest;
import dev.gatehouse.scanners.dast.zap.ZapStart;
import dev.gatehouse.scanners.engine.EngineHome;
import dev.gatehouse.scanners.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two scans at once on one machine: the ZAP that comes along, logged in by a header, and an installation that is started for the
 * scan, logged in by a form. Both with credentials from the environment.
 */
class TwoScansIT {
    private static final String TOKEN = "Bearer t0ken-that-nobody-sees";
    private static final String PASSWORD = "open sesame 4711";
    private static final Map<String, String> ENVIRONMENT =
            Map.of("SHOP_TOKEN", TOKEN, "SHOP_USER", "ada", "SHOP_PASSWORD", PASSWORD);

    @TempDir
    static Path folder;

    private static final Set<String> COMMANDS = ConcurrentHashMap.newKeySet();
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();
    private static Scanner.Result embedded;
    private static Scanner.Result installed;
    private static Path home;

    @BeforeAll
    static void scanBoth() throws Exception {
        var engines = Built.engines(folder);
        home = Installation.layOut(folder.resolve("zap"), engines.directory().resolve("zap"));
        try (var byHeader = new Site(
                        request -> TOKEN.equals(request.getRequestHeaders().getFirst("Authorization"))
                                ? page(request.getRequestURI().getPath(), Site.parameter(request, "q"))
                                : Site.Answer.error(401, "{}"));
                var byCookie = new Site(request -> {
                    if (request.getRequestURI().getPath().equals("/in")) {
                        return PASSWORD.equals(Site.parameter(request, "password"))
                                ? Site.Answer.html("Sign out").with("Set-Cookie", "s=1; HttpOnly")
                                : Site.Answer.html("Sign in");
                    }
                    var cookie = String.valueOf(request.getRequestHeaders().getFirst("Cookie"));
                    return cookie.contains("s=1")
                            ? page(request.getRequestURI().getPath(), Site.parameter(request, "q"))
                            : Site.Answer.html("Sign in");
                })) {
            var first = scan(
                    engines,
                    "target: '%s', rules: {only: [960001, 960013, 960017]},".formatted(byHeader.address())
                            + " login: {header: {value-from: SHOP_TOKEN}}");
            var second = scan(
                    engines,
                    "target: '%s', zap: {home: zap}, login: {form: {path: /in,".formatted(byCookie.address())
                            + " data: 'user={%username%}&password={%password%}',"
                            + " username-from: SHOP_USER, password-from: SHOP_PASSWORD, logged-in: Sign out,"
                            + " logged-out: Sign in}}");
            while (!first.isDone() || !second.isDone()) {
                ProcessHandle.current().descendants().forEach(process -> COMMANDS.add(commandLine(process.pid())));
                Thread.sleep(100);
            }
            embedded = first.get(1, TimeUnit.SECONDS);
            installed = second.get(1, TimeUnit.SECONDS);
        }
    }

    private static Site.Answer page(String path, String echo) {
        return Site.Answer.html("Sign out <a href='/echo?q=a'>echo</a><form method='post'><input name='x'></form>"
                + (path.equals("/echo") ? echo : ""));
    }

    private static CompletableFuture<Scanner.Result> scan(EngineHome engines, String section) {
        var file = GatehouseFile.parse(".gatehouse.yml", folder, "version: 1\ndast: {%s}\n".formatted(section));
        var settings =
                new DastReader(ENVIRONMENT).read(file, DastRequest.NOTHING).orElseThrow();
        var scanner = new DastScanner(
                settings,
                new ZapStart(engines),
                new Credentials(ENVIRONMENT),
                folder.resolve("application.log"),
                Duration.ofMinutes(3));
        var nothing = new Project("nothing", "folder", folder, List.of(), List.of(), List.of(), List.of());
        return CompletableFuture.supplyAsync(
                () -> scanner.scan(nothing, (task, doing, done, total) -> TOLD.add(doing)));
    }

    @Test
    void theyDoNotMeet() {
        for (var result : List.of(embedded, installed)) {
            assertThat(result.run().reason()).isEmpty();
            assertThat(result.run().status()).isEqualTo(ScannerStatus.COMPLETED);
            assertThat(result.findings())
                    .filteredOn(finding -> finding.rule().equals("ZAP-960001"))
                    .hasSize(1)
                    .first()
                    .satisfies(finding -> assertThat(finding.evidence().facts()).containsKeys("request", "response"));
        }
    }

    @Test
    void anInstallationRunsItsOwnRulesAndNotOurs() {
        assertThat(embedded.run().notes()).singleElement().asString().contains("full set of ZAP's rules");
        assertThat(embedded.findings()).extracting(Finding::rule).contains("ZAP-960017");
        assertThat(installed.run().notes())
                .containsExactly("2 active and 0 passive rules of the ZAP installation ran.");
        assertThat(installed.findings()).extracting(Finding::rule).doesNotContain("ZAP-960017");
        assertThat(COMMANDS).anyMatch(line -> line.contains(home + "/lib/*"));
    }

    @Test
    void noSecretIsInAReportALogOrAListOfProcesses() throws Exception {
        var secrets = List.of(TOKEN, TOKEN.substring(7), PASSWORD, "open+sesame", "open%20sesame");
        var report = embedded + "\n" + installed;
        assertThat(COMMANDS).hasSizeGreaterThan(2);
        for (var secret : secrets) {
            assertThat(report).doesNotContain(secret);
            assertThat(TOLD).noneMatch(line -> line.contains(secret));
            assertThat(COMMANDS).noneMatch(line -> line.contains(secret));
            assertThat(logs()).noneMatch(log -> log.contains(secret));
        }
        assertThat(COMMANDS).noneMatch(line -> line.contains("api.key"));
    }

    @Test
    void bothDaemonsAreGone() {
        assertThat(ProcessHandle.current().descendants().map(process -> commandLine(process.pid())))
                .noneMatch(line -> line.contains(folder.toString()));
    }

    /** What both ZAPs printed and logged. */
    private static List<String> logs() throws IOException {
        try (var files = Files.walk(folder.resolve("work"))) {
            var logs = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith("log.txt")
                            || file.toString().endsWith(".log"))
                    .filter(file -> !file.toString().contains("session"))
                    .toList();
            assertThat(logs).hasSize(4);
            return logs.stream().map(TwoScansIT::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@code ps} shows it to everybody; empty for a process that is gone. */
    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }
}
