package dev.gatehouse.scanners.dast.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.model.ScannerStatus;
import dev.gatehouse.scanners.Progress;
import dev.gatehouse.scanners.dast.Site;
import dev.gatehouse.scanners.dast.settings.DastReader;
import dev.gatehouse.scanners.dast.settings.DastRequest;
import dev.gatehouse.scanners.dast.settings.DastSettings;
import dev.gatehouse.scanners.dast.settings.Limits;
import dev.gatehouse.scanners.dast.settings.Mode;
import dev.gatehouse.scanners.dast.settings.ZapChoice;
import dev.gatehouse.scanners.dast.zap.Zap;
import dev.gatehouse.scanners.dast.zap.ZapException;
import dev.gatehouse.scanners.dast.zap.ZapStart;
import dev.gatehouse.scanners.engine.EngineHome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The ways in which ZAP's answers say that all is well when it is not, each as a recorded answer. What the real daemon can be
 * brought to say is tested with it, in {@code TroubleIT} and {@code ModesIT}.
 */
class LyingZapTest {
    private static final String KEY = "the key";
    private static final URI TARGET = URI.create("http://127.0.0.1:1/");

    /** What a whole and clean scan answers, by component, type and name. */
    private final Map<String, String> answers = new HashMap<>(Map.of(
            "core/view/version", "{\"version\":\"2.17.0\"}",
            "context/action/newContext", "{\"contextId\":\"1\"}",
            "ascan/view/scanners", "{\"scanners\":[{\"id\":\"960001\"}]}",
            "core/action/accessUrl", "{\"accessUrl\":[{\"id\":\"1\"}]}",
            "core/view/urls", "{\"urls\":[\"http://127.0.0.1:1/\"]}",
            "spider/view/status", "{\"status\":\"100\"}",
            "spider/view/fullResults", "{\"fullResults\":[{\"urlsInScope\":[]},{\"urlsIoError\":[]}]}",
            "ascan/view/scans", "{\"scans\":[{\"id\":\"0\",\"state\":\"FINISHED\",\"progress\":\"100\"}]}",
            "ascan/view/scanProgress", progress("Complete"),
            "alert/view/alerts", "{\"alerts\":[]}"));

    private final List<String> calls = new CopyOnWriteArrayList<>();

    /** Calls that go wrong once. */
    private final List<String> stumbles = new CopyOnWriteArrayList<>();

    private final AtomicInteger asked = new AtomicInteger();
    private int diesAt = Integer.MAX_VALUE;
    private Site zap;

    @BeforeEach
    void start() throws Exception {
        zap = new Site(request -> {
            if (!KEY.equals(request.getRequestHeaders().getFirst("X-ZAP-API-Key"))) {
                return Site.Answer.error(400, "{\"code\":\"bad_api_key\",\"message\":\"no\"}");
            }
            var call = request.getRequestURI().getPath().replaceAll("^/JSON/|/$", "");
            if (asked.incrementAndGet() >= diesAt) {
                throw new IOException("gone");
            }
            calls.add(call);
            if (stumbles.remove(call)) {
                return Site.Answer.error(500, "{\"code\":\"internal_error\",\"message\":\"Internal Error\"}");
            }
            if (call.startsWith("pscan/") && !answers.containsKey(call)) {
                return Site.Answer.error(400, "{\"code\":\"no_implementor\",\"message\":\"no\"}");
            }
            return Site.Answer.json(answers.getOrDefault(call, "{\"scan\":\"0\"}"));
        });
    }

    @AfterEach
    void stop() {
        zap.close();
    }

    @Test
    void aCleanScanIsComplete() throws Exception {
        var outcome = scan();
        assertThat(outcome.reason()).isEmpty();
        assertThat(outcome.status()).isEqualTo(ScannerStatus.COMPLETED);
    }

    /** A page that it has just opened is out of its scope for a moment. */
    @Test
    void aSpiderThatStumblesIsStartedAgain() throws Exception {
        stumbles.add("spider/action/scan");
        var outcome = scan();
        assertThat(outcome.reason()).isEmpty();
        assertThat(outcome.status()).isEqualTo(ScannerStatus.COMPLETED);
        assertThat(stumbles).isEmpty();
    }

    @Test
    void aFinishedScanThatHitItsLimitIsNotComplete() throws Exception {
        answers.put("ascan/view/scans", "{\"scans\":[{\"id\":\"0\",\"state\":\"FINISHED\",\"progress\":\"39\"}]}");
        var outcome = scan();
        assertThat(outcome.status()).isEqualTo(ScannerStatus.PARTIAL);
        assertThat(outcome.reason()).contains("ZAP ended the scan at 39 %");
    }

    @Test
    void aSkippedRuleMakesTheScanPartial() throws Exception {
        answers.put("ascan/view/scanProgress", progress("Skipped, by user action."));
        var outcome = scan();
        assertThat(outcome.status()).isEqualTo(ScannerStatus.PARTIAL);
        assertThat(outcome.reason()).contains("'Some rule' did not come to its end (Skipped");
    }

    @Test
    void aScanInWhichNoRuleRanIsNoScan() throws Exception {
        answers.put("ascan/view/scanProgress", "{\"scanProgress\":[]}");
        assertThat(scan().reason()).contains("no rule ran");
    }

    @Test
    void withoutRulesNothingIsLookedFor() throws Exception {
        answers.put("ascan/view/scanners", "{\"scanners\":[]}");
        var outcome = scan();
        assertThat(outcome.status()).isEqualTo(ScannerStatus.FAILED);
        assertThat(outcome.reason()).contains("no rules are loaded");
    }

    @Test
    void aSpiderAtAHundredPercentMayHaveReachedNothing() throws Exception {
        answers.put("core/view/urls", "{\"urls\":[]}");
        answers.put(
                "spider/view/fullResults",
                "{\"fullResults\":[{\"urlsIoError\":[{\"url\":\"http://127.0.0.1:1/\",\"reason\":\"refused\"}]}]}");
        var outcome = scan();
        assertThat(outcome.status()).isEqualTo(ScannerStatus.FAILED);
        assertThat(outcome.reason()).contains("the spider reached nothing");
        assertThat(outcome.problems()).extracting("kind").containsExactly("no-answer");
    }

    @Test
    void aDaemonThatDiesLeavesWhatWasFetched() throws Exception {
        answers.put("ascan/view/scans", "{\"scans\":[{\"id\":\"0\",\"state\":\"RUNNING\",\"progress\":\"3\"}]}");
        answers.put(
                "alert/view/alerts",
                "{\"alerts\":[{\"pluginId\":\"960001\",\"url\":\"http://127.0.0.1:1/\",\"messageId\":\"7\"}]}");
        answers.put("core/view/message", "{\"message\":{\"requestHeader\":\"GET / HTTP/1.1\"}}");
        diesAt = 60;
        var outcome = new Outcome();
        var scan = scan(outcome);
        assertThat(outcome.status()).isEqualTo(ScannerStatus.FAILED);
        assertThat(outcome.reason()).contains("does not answer any more");
        assertThat(scan.alerts().all()).isNotEmpty();
        assertThat(scan.alerts().message(7)).isPresent();
    }

    @Test
    void anApplicationThatDiedIsToldThoughZapIsContent() throws Exception {
        var outcome = new Outcome();
        new ZapScan(connect(KEY), TARGET, settings(), new Credentials(Map.of()), outcome, Progress.SILENT)
                .run(() -> false, Duration.ofSeconds(30));
        assertThat(outcome.status()).isEqualTo(ScannerStatus.FAILED);
        assertThat(outcome.reason()).contains("application does not answer any more");
    }

    @Test
    void anAjaxSpiderWithoutABrowserIsDoneAtOnceAndHasSeenNothing() throws Exception {
        answers.put("ajaxSpider/view/status", "{\"status\":\"stopped\"}");
        answers.put("ajaxSpider/view/numberOfResults", "{\"numberOfResults\":\"0\"}");
        var outcome = scan("ajax-spider: true");
        assertThat(outcome.status()).isEqualTo(ScannerStatus.PARTIAL);
        assertThat(outcome.reason()).contains("the AJAX spider reached nothing: is there a browser");

        answers.put("ajaxSpider/view/numberOfResults", "{\"numberOfResults\":\"12\"}");
        assertThat(scan("ajax-spider: chrome-headless").status()).isEqualTo(ScannerStatus.COMPLETED);
        assertThat(calls).contains("ajaxSpider/action/setOptionBrowserId");
    }

    @Test
    void aHeaderThatDoesNotLogInFailsTheScan() throws Exception {
        answers.put(
                "core/action/accessUrl",
                "{\"accessUrl\":[{\"responseHeader\":\"HTTP/1.1 401 Unauthorized\\r\\n\\r\\n\"}]}");
        var outcome = scan("login: {header: {value-from: TOKEN}}");
        assertThat(outcome.status()).isEqualTo(ScannerStatus.FAILED);
        assertThat(outcome.reason())
                .isEqualTo("the log-in did not work: http://127.0.0.1:1/ answers with 'HTTP/1.1 401 Unauthorized'");
    }

    @Test
    void aZapThatRunsOnForgetsTheHeaderAndTheThrottle() throws Exception {
        answers.put("core/action/accessUrl", "{\"accessUrl\":[{\"responseHeader\":\"HTTP/1.1 200 OK\"}]}");
        assertThat(scan("login: {header: {value-from: TOKEN}}, requests-per-second: 5")
                        .status())
                .isEqualTo(ScannerStatus.COMPLETED);
        var calls = zap.asked().stream()
                .map(line -> line.replaceAll("^POST /JSON/|/$", ""))
                .toList();
        assertThat(calls)
                .contains("script/action/setGlobalVar", "network/action/addRateLimitRule")
                .endsWith(
                        "network/action/removeRateLimitRule",
                        "script/action/clearGlobalVar",
                        "script/action/clearGlobalVar",
                        "script/action/clearGlobalVar");
    }

    @Test
    void aWrongKeyIsSaidToBeOne() {
        assertThat(catchThrowableOfType(ZapException.class, () -> connect("other")))
                .hasMessage("ZAP does not accept the key");
    }

    private Outcome scan() throws Exception {
        var outcome = new Outcome();
        scan(outcome);
        return outcome;
    }

    /** As a policy file's section asks. */
    private Outcome scan(String section) throws Exception {
        var text = "version: 1\ndast: {target: '%s', %s}\n".formatted(TARGET, section);
        var asked = new DastReader(Map.of())
                .read(GatehouseFile.parse(".gatehouse.yml", Path.of("."), text), DastRequest.NOTHING)
                .orElseThrow();
        var outcome = new Outcome();
        new ZapScan(connect(KEY), TARGET, asked, new Credentials(Map.of("TOKEN", "t")), outcome, Progress.SILENT)
                .run(() -> true, Duration.ofSeconds(60));
        return outcome;
    }

    private ZapScan scan(Outcome outcome) throws Exception {
        var scan = new ZapScan(connect(KEY), TARGET, settings(), new Credentials(Map.of()), outcome, Progress.SILENT);
        scan.run(() -> true, Duration.ofSeconds(60));
        return scan;
    }

    private Zap connect(String key) throws ZapException {
        var nowhere = Path.of("nowhere");
        return new ZapStart(new EngineHome(nowhere, nowhere, nowhere))
                .get(new ZapChoice.Running(zap.address(), key), Progress.SILENT);
    }

    private static DastSettings settings() {
        return new DastSettings(
                TARGET,
                null,
                Mode.FULL,
                List.of(),
                List.of(),
                null,
                null,
                null,
                Limits.QUICK,
                Set.of(),
                Set.of(),
                0,
                new ZapChoice.Embedded(),
                Path.of("."));
    }

    private static String progress(String state) {
        return "{\"scanProgress\":[\"http://127.0.0.1:1\",{\"HostProcess\":[{\"Plugin\":[\"Some rule\",\"960001\",\"release\",\"%s\",\"5\",\"12\",\"0\"]}]}]}"
                .formatted(state);
    }
}
