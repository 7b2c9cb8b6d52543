package dev.gatehouse.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.policy.edge.http.Answer;
import dev.gatehouse.server.edge.store.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** What the edge answers, and which documents it believes. */
class EdgeSiteTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Signing signing;
    private final RecordedLog log = new RecordedLog();
    private final dev.gatehouse.server.edge.store.Documents documents;
    private final EdgeSite site;

    EdgeSiteTest() throws GeneralSecurityException {
        signing = new Signing();
        documents = signing.documents(clock, log);
        assertThat(documents.offer(Signing.SHOP, signing.sign(signing.shop(5, NOW)), "a test"))
                .isEqualTo(Outcome.TAKEN);
        site = new EdgeSite(documents, Signing.settings(false, false), clock);
    }

    @Test
    void everyVersionHasOneOfFiveStatuses() {
        assertThat(check("4.3.0")).contains("\"status\":\"current\"");
        assertThat(check("4.2")).contains("\"status\":\"supported\"");
        assertThat(check("4.1.0")).contains("\"status\":\"update-recommended\"");
        assertThat(check("4.0.9")).contains("\"status\":\"update-required\"");
        assertThat(check("4.1.5.77")).contains("\"status\":\"blocked\"");
    }

    @Test
    void anAppOfWhichNothingWasPublishedLocksNobodyOut() {
        var empty = signing.shop(6, NOW);
        empty.remove(java.util.List.of("minimum", "nextMinimum", "recommended", "latest"));
        empty.putArray("supported");
        assertThat(documents.offer(Signing.SHOP, signing.sign(empty), "a test")).isEqualTo(Outcome.TAKEN);
        assertThat(check("1.0.0")).contains("\"status\":\"supported\"");
    }

    @Test
    void anAnnouncedMinimumBeginsOnItsDateWithoutANewDocument() {
        var later = Clock.fixed(NOW.plus(Duration.ofDays(4)), ZoneOffset.UTC);
        var answer = new EdgeSite(documents, Signing.settings(false, false), later)
                .answer(Request.get("/v1/apps/shop/ios/check?version=4.1.0"));
        assertThat(text(answer)).contains("update-required").contains("\"minimum\":\"4.2.0\"");
    }

    @Test
    void theMessageIsInTheClientsLanguage() {
        var german = new Request(
                "GET", "/v1/apps/shop/ios/check?version=4.2.0", Map.of("accept-language", "fr, de-AT;q=0.8, en;q=0.5"));
        assertThat(text(site.answer(german))).contains("Bitte aktualisieren");
        assertThat(check("4.2.0")).contains("Please update");
    }

    @Test
    void mistakesAreToldAsProblemDetails() {
        assertProblem("/v1/apps/other/ios/policy", 404, "unknown-app");
        assertProblem("/v1/apps/shop/ios/check?version=banana", 400, "unreadable-version");
        assertProblem("/v1/apps/shop/ios/check", 400, "unreadable-version");
        assertProblem("/v1/apps/%zz/ios/policy", 400, "bad-target");
        assertThat(site.answer(new Request("POST", "/v1/apps/shop/ios/policy", Map.of()))
                        .status())
                .isEqualTo(405);
    }

    @Test
    void anUnchangedDocumentIsNotSentAgain() {
        var first = site.answer(Request.get("/v1/apps/shop/ios/policy"));
        var tag = field(first, "etag");
        assertThat(tag).startsWith("\"").endsWith("\"");
        assertThat(field(first, "cache-control"))
                .isEqualTo("public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400");
        var again =
                site.answer(new Request("GET", "/v1/apps/shop/ios/policy", Map.of("if-none-match", "\"x\", W/" + tag)));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.content()).isEmpty();
        assertThat(field(again, "etag")).isEqualTo(tag);
    }

    @Test
    void gzipHasATagOfItsOwn() {
        var zipped = site.answer(new Request("GET", "/v1/apps/shop/ios/policy", Map.of("accept-encoding", "br, gzip")));
        assertThat(field(zipped, "content-encoding")).isEqualTo("gzip");
        assertThat(field(zipped, "etag"))
                .isNotEqualTo(field(site.answer(Request.get("/v1/apps/shop/ios/policy")), "etag"));
    }

    @Test
    void headHasTheSameFieldsAndNoContent() {
        var head = site.answer(new Request("HEAD", "/v1/apps/shop/ios/policy", Map.of()));
        assertThat(head.content()).isEmpty();
        assertThat(head.contentLength()).isPositive();
    }

    @Test
    void gatewaysAreToldToTurnOldClientsAway() {
        assertThat(site.answer(Request.from("4.2.0")).status()).isEqualTo(200);
        var refused = site.answer(Request.from("4.0.0"));
        assertThat(refused.status()).isEqualTo(426);
        assertThat(field(refused, "retry-after")).isEqualTo("86400");
        assertThat(field(refused, "upgrade")).isEqualTo("shop-ios/4.3.0");
        assertThat(text(refused)).contains("\"upgradeInfo\":{\"status\":\"update-required\"");
    }

    @Test
    void exemptPathsReportingAndOpenFailuresLetClientsThrough() {
        var login = Map.of(
                "x-app-id", "shop", "x-app-platform", "ios", "x-app-version", "1.0.0", "x-original-uri", "/login?a=b");
        assertThat(site.answer(new Request("POST", "/v1/enforce", login)).status())
                .isEqualTo(200);
        assertThat(site.answer(Request.get("/v1/enforce")).status()).isEqualTo(200);
        var reporting = new EdgeSite(documents, Signing.settings(true, false), clock).answer(Request.from("4.0.0"));
        assertThat(reporting.status()).isEqualTo(200);
        assertThat(field(reporting, "x-gatehouse-decision")).isEqualTo("would-refuse; update-required");
        var closed = new EdgeSite(documents, Signing.settings(false, true), clock);
        assertThat(closed.answer(Request.get("/v1/enforce")).status()).isEqualTo(426);
    }

    @Test
    void aDocumentThatIsNotToBeBelievedChangesNothingAndIsTold() throws GeneralSecurityException {
        var before = field(site.answer(Request.get("/v1/apps/shop/ios/policy")), "etag");
        var forged = new Signing();
        offer(forged.sign(forged.shop(9, NOW)));
        offer(signing.sign(signing.shop(4, NOW)));
        offer(signing.sign(signing.shop(9, NOW.minus(Duration.ofDays(8)))));
        offer(signing.sign(signing.shop(9, NOW).put("app", "bank")));
        var whole = signing.sign(signing.shop(9, NOW));
        offer(java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(log.alarms)
                .containsExactly(
                        "document.refused not-trusted",
                        "document.refused older",
                        "document.refused expired",
                        "document.refused other-place",
                        "document.refused not-trusted");
        assertThat(field(site.answer(Request.get("/v1/apps/shop/ios/policy")), "etag"))
                .isEqualTo(before);
    }

    @Property(tries = 2000)
    void nothingThatIsSentEndsInAServerError(
            @ForAll @StringLength(max = 80) String version,
            @ForAll @StringLength(max = 80) String language,
            @ForAll @StringLength(max = 40) String path) {
        var fields = Map.of(
                "x-app-id", "shop",
                "x-app-platform", "ios",
                "x-app-version", version,
                "accept-language", language,
                "accept-encoding", language,
                "if-none-match", version,
                "x-original-uri", path);
        for (var target : new String[] {
            "/v1/apps/shop/ios/check?version=" + version,
            "/v1/apps/shop/ios/policy?channel=" + path,
            "/v1/apps/" + path,
            "/v1/enforce/" + path,
            "/v1/enforce?refusal=" + version,
            "/v1/refusal?" + path
        }) {
            assertThat(site.answer(new Request("GET", target, fields)).status())
                    .as(target)
                    .isIn(200, 304, 400, 403, 404, 426, 503);
        }
    }

    @Test
    void strangersCannotFillTheCounters() {
        for (int i = 0; i < 1000; i++) {
            check("9." + i + ".0");
        }
        check("4.2.0");
        var counts =
                documents.find("shop", "ios", "stable").orElseThrow().tally().counts();
        assertThat(counts).hasSizeLessThanOrEqualTo(3);
        assertThat(counts).anyMatch(count -> count.version().equals("other") && count.clients() == 1000);
    }

    private void offer(byte[] envelope) {
        assertThat(documents.offer(Signing.SHOP, envelope, "a test")).isEqualTo(Outcome.REFUSED);
    }

    private String check(String version) {
        return text(site.answer(Request.get("/v1/apps/shop/ios/check?version=" + version)));
    }

    private void assertProblem(String target, int status, String name) {
        var answer = site.answer(Request.get(target));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(field(answer, "content-type")).isEqualTo("application/problem+json");
        assertThat(text(answer)).contains("problem/" + name);
    }

    private static String text(Answer answer) {
        return new String(answer.content(), StandardCharsets.UTF_8);
    }

    private static String field(Answer answer, String wanted) {
        var found = new StringBuilder();
        answer.head().forEach((name, value) -> found.append(name.equals(wanted) ? value : ""));
        return found.toString();
    }
}
