package dev.gatehouse.scanners.dast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.model.ScannerStatus;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a user can ask of a scan, each asked of the real daemon. */
@ExtendWith(SharedZap.class)
class ModesIT {
    private static final String SCRIPT = "gh7script";

    private static SharedZap.Running zap;

    @BeforeAll
    static void start(SharedZap.Running running) {
        zap = running;
    }

    @Test
    void baselineSendsNoAttackAndNoForm() throws Exception {
        try (var site = shop()) {
            var scanned = zap.scan(site, "mode: baseline");
            assertThat(scanned.reason()).isEmpty();
            assertThat(scanned.alerts()).contains("960013 /");
            assertThat(site.asked())
                    .contains("GET /echo?q=a")
                    .noneMatch(line -> line.startsWith("POST") || line.contains(SCRIPT) || line.contains("'"));
            assertThat(scanned.outcome().notes()).singleElement().asString().startsWith("4 rules of Gatehouse's own");
        }
    }

    @Test
    void quickAttacksWithoutTheRulesThatWait() throws Exception {
        try (var site = shop()) {
            var scanned = zap.scan(site, "mode: quick");
            assertThat(scanned.reason()).isEmpty();
            assertThat(scanned.status()).isEqualTo(ScannerStatus.COMPLETED);
            assertThat(scanned.alerts()).contains("960001 /echo?q=a", "960013 /");
            assertThat(site.asked())
                    .anyMatch(line -> line.startsWith("POST"))
                    .noneMatch(line -> line.contains("sleep"));
            assertThat(scanned.outcome().counts()).containsEntry("rules", 16L);
        }
    }

    @Test
    void rulesThatAreOffDoNotRun() throws Exception {
        try (var site = shop()) {
            var scanned = zap.scan(site, "rules: {only: [960001, 960013], off: [960001]}");
            assertThat(scanned.reason()).isEmpty();
            assertThat(scanned.alerts()).contains("960013 /").noneMatch(alert -> alert.startsWith("960001"));
            assertThat(site.asked()).noneMatch(line -> line.contains(SCRIPT));

            var none = zap.scan(site, "rules: {only: [1]}");
            assertThat(none.status()).isEqualTo(ScannerStatus.FAILED);
            assertThat(none.reason()).contains("no rules are loaded", "'rules' may leave none of this ZAP's");
        }
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
                    default -> new Site.Answer(404, "text/html", "no", Map.of());
                })) {
            var scanned = zap.scan(site, "rules: {only: [960001, 960005, 960010]}");
            assertThat(scanned.reason()).isEmpty();
            assertThat(scanned.status()).isEqualTo(ScannerStatus.COMPLETED);
            assertThat(scanned.alerts()).contains("960001 /echo?q=a");
            assertThat(site.asked()).contains("GET /away");
            assertThat(neighbour.asked()).isEmpty();
        }
    }

    @Test
    void whatIsNotIncludedOrIsExcludedIsNotAsked() throws Exception {
        try (var site = new Site(request -> request.getRequestURI().getPath().equals("/in/echo")
                ? Site.Answer.html(Site.parameter(request, "q"))
                : Site.Answer.html(
                        "<a href='/in/echo?q=a'>1</a> <a href='/in/leave?q=a'>2</a> <a href='/other?q=a'>3</a>"))) {
            var scanned = zap.scan(site, "include: [/in/*], exclude: [/in/leave], rules: {only: [960001]}");
            assertThat(scanned.reason()).isEmpty();
            assertThat(scanned.alerts()).containsExactly("960001 /in/echo?q=a");
            assertThat(site.asked()).noneMatch(line -> line.contains("/in/leave") || line.contains("/other"));
        }
    }

    @Test
    void anOpenApiDescriptionLeadsToWhatNoPageLinksTo() throws Exception {
        var description = """
                {"openapi": "3.0.3", "paths": {
                  "/hidden/{id}": {"get": {"parameters": [
                    {"name": "id", "in": "path", "schema": {"type": "integer"}},
                    {"name": "q", "in": "query", "example": "a"}]}},
                  "/leave": {"get": {}}}}
                """;
        try (var site = new Site(request -> switch (request.getRequestURI().getPath()) {
            case "/openapi.json" -> Site.Answer.json(description);
            case "/hidden/1" -> Site.Answer.html(Site.parameter(request, "q"));
            default -> Site.Answer.html("nothing to see");
        })) {
            var scanned = zap.scan(site, "openapi: /openapi.json, exclude: [/leave], rules: {only: [960001]}");
            assertThat(scanned.reason()).isEmpty();
            assertThat(scanned.alerts()).containsExactly("960001 /hidden/1?q=a");
            assertThat(site.asked()).noneMatch(line -> line.contains("/leave"));
            assertThat(scanned.outcome().counts())
                    .containsEntry("described requests", 2L)
                    .containsEntry("described requests sent", 1L);

            Files.writeString(zap.folder().resolve("openapi.yaml"), "paths: {/nowhere: {get: {}}}\n");
            var fromFile = zap.scan(site, "openapi: openapi.yaml, rules: {only: [960013]}");
            assertThat(fromFile.reason()).isEmpty();
            assertThat(site.asked()).contains("GET /nowhere");

            var missing = zap.scan(site, "openapi: absent.yaml, rules: {only: [960013]}");
            assertThat(missing.status()).isEqualTo(ScannerStatus.PARTIAL);
            assertThat(missing.reason()).contains("the OpenAPI description absent.yaml could not be read");
        }
    }

    @Test
    void theThrottleHolds() throws Exception {
        var times = new CopyOnWriteArrayList<Long>();
        try (var site = new Site(request -> {
            times.add(System.nanoTime());
            return Site.Answer.html(Site.parameter(request, "q") + "<a href='/a?q=a'>a</a> <a href='/b?q=a'>b</a>");
        })) {
            var scanned = zap.scan(site, "requests-per-second: 10, rules: {only: [960001, 960004]}");
            assertThat(scanned.reason()).isEmpty();
            assertThat(times).hasSizeGreaterThan(15);
            double seconds = (times.get(times.size() - 1) - times.get(0)) / 1e9;
            assertThat(times.size() / seconds).as("requests per second").isLessThan(12);
        }
    }

    @Test
    void aScanThatRunsOutOfTimeSaysSoAndKeepsWhatItFound() throws Exception {
        try (var site = slow()) {
            var scanned = zap.scan(site, "rules: {only: [960001, 960004, 960005]}", Map.of(), Duration.ofSeconds(4));
            assertThat(scanned.status()).isEqualTo(ScannerStatus.TIMED_OUT);
            assertThat(scanned.reason()).contains("stopped by its time limit");
            assertThat(scanned.alerts()).anyMatch(alert -> alert.startsWith("960001"));
        }
    }

    @Test
    void aRuleThatIsSkippedIsToldThoughZapSaysAHundredPercent() throws Exception {
        try (var site = slow()) {
            var scan = CompletableFuture.supplyAsync(() -> zap.scan(site, "rules: {only: [960001, 960004]}"));
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (site.asked().stream().noneMatch(line -> line.contains(SCRIPT))) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.sleep(20);
            }
            var scans = zap.zap().api().view("ascan", "scans", Map.of()).path("scans");
            var running = scans.path(scans.size() - 1).path("id").asText();
            zap.zap().api().action("ascan", "skipScanner", Map.of("scanId", running, "scannerId", 960004));
            var scanned = scan.get(1, TimeUnit.MINUTES);
            assertThat(zap.zap()
                            .api()
                            .view("ascan", "status", Map.of("scanId", running))
                            .path("status")
                            .asText())
                    .isEqualTo("100");
            assertThat(scanned.status()).isEqualTo(ScannerStatus.PARTIAL);
            assertThat(scanned.reason()).contains("the rule 'Path traversal' did not come to its end (Skipped");
            assertThat(scanned.alerts()).anyMatch(alert -> alert.startsWith("960001"));
        }
    }

    @Test
    void anAjaxSpiderThatIsNotThereIsTold() throws Exception {
        try (var site = shop()) {
            var scanned = zap.scan(site, "ajax-spider: true, rules: {only: [960013]}");
            assertThat(scanned.status()).isEqualTo(ScannerStatus.PARTIAL);
            assertThat(scanned.reason())
                    .isEqualTo("this ZAP has no AJAX spider, which 'ajax-spider' asks for; use a ZAP installation"
                            + " (zap: home or url)");
            assertThat(scanned.alerts()).contains("960013 /");
        }
    }

    private static Site shop() throws Exception {
        return new Site(request -> request.getRequestURI().getPath().equals("/echo")
                ? Site.Answer.html(Site.parameter(request, "q"))
                : Site.Answer.html("<a href='/echo?q=a'>echo</a>"
                        + "<form method='post' action='/order'><input name='what'><input type='submit'></form>"));
    }

    /** Each attack takes a while. */
    private static Site slow() throws Exception {
        var pages = List.of("a", "b", "c", "d");
        return new Site(request -> {
            if (request.getRequestURI().getQuery() != null) {
                Thread.sleep(400);
            }
            var links = new StringBuilder();
            pages.forEach(page -> links.append("<a href='/%s?q=a'>x</a>".formatted(page)));
            return Site.Answer.html(Site.parameter(request, "q") + links);
        });
    }
}
