package dev.gatehouse.scanners.dast;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.scanners.Built;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.Scanner;
import dev.gatehouse.scanners.dast.process.Application;
import dev.gatehouse.scanners.dast.run.Credentials;
import dev.gatehouse.scanners.dast.run.Outcome;
import dev.gatehouse.scanners.dast.run.ZapScan;
import dev.gatehouse.scanners.dast.settings.DastReader;
import dev.gatehouse.scanners.dast.settings.DastRequest;
import dev.gatehouse.scanners.dast.settings.DastSettings;
import dev.gatehouse.scanners.dast.settings.Limits;
import dev.gatehouse.scanners.dast.settings.Login;
import dev.gatehouse.scanners.dast.settings.ZapChoice;
import dev.gatehouse.scanners.dast.zap.ZapStart;
import dev.gatehouse.scanners.project.Project;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What can happen to a scan by a real daemon. Most tests share one; those that end it start their own. */
@ExtendWith(SharedZap.class)
class ZapIT {
    private static final Set<Integer> SCRIPT_ONLY = Set.of(960001);
    /** The scan asks for new alerts every fourth time that it looks how far ZAP is. */
    private static final int ROUNDS_UNTIL_FETCHED = 8;

    private static final Limits SHORT =
            new Limits(Duration.ofMinutes(2), Duration.ofMinutes(1), Duration.ofMinutes(1), 60, Duration.ofSeconds(2));

    @TempDir
    static Path folder;

    private static SharedZap.Running zap;

    @BeforeAll
    static void start(SharedZap.Running running) {
        zap = running;
    }

    @Test
    void whatIsOutOfScopeIsNeverAsked() throws Exception {
        try (var neighbour = new Site(request -> Site.Answer.html("hello"));
                var site = new Site(request -> switch (request.getRequestURI().getPath()) {
                    case "/" ->
                        Site.Answer.html(
                                "<a href='%sin'>there</a> <a href='/away'>away</a> <a href='/echo?q=a'>echo</a>"
                                        .formatted(neighbour.address()));
                    case "/away" -> Site.Answer.redirect(neighbour.address() + "redirected");
                    case "/echo" -> Site.Answer.html(Site.parameter(request, "q"));
                    default -> new Site.Answer(404, "text/html", "no", "", "");
                })) {
            var outcome = new Outcome();
            var scan = scan(site, SHORT, null, Map.of(), Set.of(960001, 960005, 960010), outcome);
            assertThat(outcome.reason()).isEmpty();
            assertThat(outcome.status()).isEqualTo(ScannerStatus.COMPLETED);
            assertThat(alerts(scan)).contains("960001 /echo?q=a");
            assertThat(site.asked()).contains("GET /away");
            assertThat(neighbour.asked()).isEmpty();
        }
    }

    @Test
    void aSiteWithTenThousandLinksEndsAtTheLimitAndSaysSo() throws Exception {
        try (var site = new Site(request -> {
            int page = number(request.getRequestURI().getPath());
            return Site.Answer.html(IntStream.range(1, 100)
                    .map(i -> (page * 99 + i) % 10_000)
                    .mapToObj("<a href='/p/%d'>x</a>"::formatted)
                    .collect(Collectors.joining()));
        })) {
            var outcome = new Outcome();
            scan(site, SHORT, null, Map.of(), Set.of(960014), outcome);
            assertThat(outcome.status()).isEqualTo(ScannerStatus.PARTIAL);
            assertThat(outcome.problems()).extracting("kind").contains("too-many-addresses");
        }
    }

    @Test
    void aPageThatHangsIsToldAndTheOthersAreScanned() throws Exception {
        try (var site = new Site(request -> switch (request.getRequestURI().getPath()) {
            case "/hang" -> {
                Thread.sleep(20_000);
                yield Site.Answer.html("late");
            }
            case "/echo" -> Site.Answer.html(Site.parameter(request, "q"));
            default -> Site.Answer.html("<a href='/hang'>hang</a> <a href='/echo?q=a'>echo</a>");
        })) {
            var outcome = new Outcome();
            var scan = scan(site, SHORT, null, Map.of(), SCRIPT_ONLY, outcome);
            assertThat(outcome.status()).isEqualTo(ScannerStatus.PARTIAL);
            assertThat(outcome.problems()).extracting("kind").contains("no-answer");
            assertThat(alerts(scan)).contains("960001 /echo?q=a");
        }
    }

    @Test
    void aLogInThatExpiresIsRenewed() throws Exception {
        var logIns = new AtomicInteger();
        var uses = new AtomicInteger();
        try (var site = new Site(request -> {
            var path = request.getRequestURI().getPath();
            if (path.equals("/in") && request.getRequestMethod().equals("POST")) {
                boolean right = Site.parameter(request, "password").equals("open sesame");
                return right
                        ? Site.Answer.html("Sign out")
                                .with("Set-Cookie", "s=" + logIns.incrementAndGet() + "; HttpOnly")
                        : Site.Answer.html("Sign in");
            }
            var cookie = String.valueOf(request.getRequestHeaders().getFirst("Cookie"));
            // every session is good for eight pages
            boolean in = cookie.contains("s=" + logIns.get()) && logIns.get() > 0 && uses.incrementAndGet() % 8 != 0;
            if (!in) {
                return Site.Answer.html("Sign in <form method='post' action='/in'><input name='password'></form>");
            }
            return path.equals("/echo")
                    ? Site.Answer.html("Sign out " + Site.parameter(request, "q"))
                    : Site.Answer.html("Sign out <a href='/echo?q=a'>echo</a>");
        })) {
            var login = new Login.Form(
                    "/in", "/in", "user={%username%}&password={%password%}", "U", "P", "Sign out", "Sign in");
            var outcome = new Outcome();
            var scan = scan(site, SHORT, login, Map.of("U", "ada", "P", "open sesame"), SCRIPT_ONLY, outcome);
            assertThat(alerts(scan)).as(outcome.reason()).contains("960001 /echo?q=a");
            assertThat(logIns.get()).isGreaterThan(1);

            var refused = new Outcome();
            scan(site, SHORT, login, Map.of("U", "ada", "P", "wrong one"), SCRIPT_ONLY, refused);
            assertThat(refused.status()).isEqualTo(ScannerStatus.FAILED);
            assertThat(refused.reason()).contains("the log-in did not work");
        }
    }

    @Test
    void aTargetThatIsDeadIsNoCleanTarget() throws Exception {
        var site = new Site(request -> Site.Answer.html("x"));
        site.close();
        var outcome = new Outcome();
        scan(site, SHORT, null, Map.of(), SCRIPT_ONLY, outcome);
        assertThat(outcome.status()).isEqualTo(ScannerStatus.FAILED);
    }

    /** Its alerts are gone with it: what was found is what was fetched before. */
    @Test
    void aDaemonThatIsKilledInTheMiddleFailsTheScanAndWhatItFoundIsKept() throws Exception {
        try (var site = new Site(request -> {
            if (request.getRequestURI().getQuery() != null) {
                Thread.sleep(150);
            }
            return Site.Answer.html(Site.parameter(request, "q") + "<a href='/a?q=a'>a</a><a href='/b?q=a'>b</a>");
        })) {
            var home = Built.engines(folder);
            var before = zaps();
            var rounds = new AtomicInteger();
            var running = CompletableFuture.supplyAsync(() -> new DastScanner(
                            settings(site, SHORT, null, Set.of()),
                            new ZapStart(home),
                            new Credentials(Map.of()),
                            folder.resolve("application.log"),
                            Duration.ofMinutes(2))
                    .scan(nothing(), (task, doing, done, total) -> {
                        if (attacked(site)) {
                            rounds.incrementAndGet();
                        }
                    }));
            await(() -> rounds.get() > ROUNDS_UNTIL_FETCHED || running.isDone());
            zaps().stream().filter(zap -> !before.contains(zap)).forEach(ProcessHandle::destroyForcibly);
            Scanner.Result result = running.get(1, TimeUnit.MINUTES);
            assertThat(result.run().status()).isEqualTo(ScannerStatus.FAILED);
            assertThat(result.run().reason()).contains("ZAP");
            assertThat(result.findings()).extracting(Finding::rule).contains("ZAP-960001");
        }
    }

    private static boolean attacked(Site site) {
        return site.asked().stream().filter(line -> line.contains("gh7script")).count() > 1;
    }

    /** It takes connections and says nothing any more, which ZAP takes for slow pages. */
    @Test
    void anApplicationThatHangsInTheMiddleEndsTheScan() throws Exception {
        var hangs = new AtomicBoolean();
        try (var site = new Site(request -> {
            if (hangs.get()) {
                Thread.sleep(60_000);
            }
            hangs.compareAndSet(
                    false, String.valueOf(request.getRequestURI().getQuery()).contains("gh7script"));
            return Site.Answer.html(Site.parameter(request, "q") + "<a href='/a?q=a'>a</a><a href='/b?q=a'>b</a>");
        })) {
            var outcome = new Outcome();
            var scan = new ZapScan(
                    zap.zap(),
                    site.address(),
                    settings(site, SHORT, null, Set.of(960001, 960004)),
                    new Credentials(Map.of()),
                    outcome,
                    Progress.SILENT);
            scan.run(Application.at(site.address())::answers, Duration.ofMinutes(2));
            assertThat(outcome.status()).isEqualTo(ScannerStatus.FAILED);
            assertThat(outcome.reason()).isEqualTo("the application stopped answering during the scan");
        }
    }

    @Test
    void aPortThatIsTakenIsNoProblem() {
        assertThat(zap.ports()).hasSize(2);
        assertThat(zap.zap().version()).isNotEmpty();
    }

    @Test
    void aZapThatRunsIsUsedWithTheKeyFromTheEnvironmentAndGoesOnRunning() throws Exception {
        try (var site = new Site(request -> request.getRequestURI().getPath().equals("/echo")
                ? Site.Answer.html(Site.parameter(request, "q"))
                : Site.Answer.html("<a href='/echo?q=a'>echo</a>"))) {
            var result = scanByUrl(site, "", Map.of("GATEHOUSE_ZAP_KEY", zap.key()));
            assertThat(result.run().reason()).isEmpty();
            assertThat(result.findings()).extracting(Finding::rule).contains("ZAP-960001");
            assertThat(zap.zap()
                            .api()
                            .view("core", "version", Map.of())
                            .path("version")
                            .asText())
                    .isEqualTo(result.run().version());

            var wrong = scanByUrl(site, "", Map.of("GATEHOUSE_ZAP_KEY", "wrong"));
            assertThat(wrong.run().status()).isEqualTo(ScannerStatus.FAILED);
            assertThat(wrong.run().reason()).contains("does not accept the key").doesNotContain("wrong");
        }
    }

    /** A ZAP that somebody goes on to use must not go on to send the credentials of an earlier scan. */
    @Test
    void aZapThatRunsSendsTheHeaderThatLogsInAndForgetsItAfterwards() throws Exception {
        try (var site = new Site(
                request -> "Bearer t0ken".equals(request.getRequestHeaders().getFirst("Authorization"))
                        ? Site.Answer.html(Site.parameter(request, "q") + "<a href='/echo?q=a'>echo</a>")
                        : Site.Answer.error(401, "{}"))) {
            var login = ", login: {header: {value-from: TOKEN}}";
            var result = scanByUrl(site, login, Map.of("GATEHOUSE_ZAP_KEY", zap.key(), "TOKEN", "Bearer t0ken"));
            assertThat(result.run().reason()).isEmpty();
            assertThat(result.findings()).extracting(Finding::rule).contains("ZAP-960001");
            assertThat(statusOf(site)).contains(" 401 ");

            var wrong = scanByUrl(site, login, Map.of("GATEHOUSE_ZAP_KEY", zap.key(), "TOKEN", "Bearer other"));
            assertThat(wrong.run().status()).isEqualTo(ScannerStatus.FAILED);
            assertThat(wrong.run().reason())
                    .startsWith("the log-in did not work")
                    .contains("401");
        }
    }

    /** First line of what the application answers when ZAP asks it outside of a scan. */
    private static String statusOf(Site site) throws Exception {
        var messages = zap.zap()
                .api()
                .action("core", "accessUrl", Map.of("url", site.address() + "later"))
                .path("accessUrl");
        return messages.path(0)
                .path("responseHeader")
                .asText("")
                .lines()
                .findFirst()
                .orElse("");
    }

    private static Scanner.Result scanByUrl(Site site, String more, Map<String, String> environment) {
        var text = "version: 1\ndast: {target: '%s', rules: {only: [960001]}%s}\n".formatted(site.address(), more);
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
                .scan(nothing(), Progress.SILENT);
    }

    private static ZapScan scan(
            Site site,
            Limits limits,
            @Nullable Login login,
            Map<String, String> environment,
            Set<Integer> rules,
            Outcome outcome) {
        var scan = new ZapScan(
                zap.zap(),
                site.address(),
                settings(site, limits, login, rules),
                new Credentials(environment),
                outcome,
                Progress.SILENT);
        scan.run(() -> true, Duration.ofMinutes(2));
        return scan;
    }

    private static DastSettings settings(Site site, Limits limits, @Nullable Login login, Set<Integer> rules) {
        return Asked.of(site.address(), limits, login, rules, new ZapChoice.Embedded());
    }

    /** Rule and place of every alert. */
    private static List<String> alerts(ZapScan scan) {
        return scan.alerts().all().stream()
                .map(alert -> alert.path("pluginId").asText() + " " + pathOf(alert))
                .toList();
    }

    private static String pathOf(JsonNode alert) {
        return alert.path("url").asText().replaceFirst("^http://[^/]*", "");
    }

    private static int number(String path) {
        return path.matches("/p/\\d+") ? Integer.parseInt(path.substring(3)) : 0;
    }

    private static Project nothing() {
        return new Project("nothing", "folder", folder, List.of(), List.of(), List.of(), List.of());
    }

    /** The daemons that this process started. */
    private static List<ProcessHandle> zaps() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.endsWith("java"))
                        .isPresent())
                .toList();
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("it never happened").isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
