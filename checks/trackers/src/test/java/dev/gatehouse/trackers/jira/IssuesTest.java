package dev.gatehouse.trackers.jira;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.trackers.TestClock;
import dev.gatehouse.trackers.outbox.CrashPoints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuesTest {
    private final TestClock clock = new TestClock();
    private final FakeJira jira;
    private final FakeJira dataCenter;

    @TempDir
    private Path folder;

    IssuesTest() throws IOException {
        jira = new FakeJira(true);
        dataCenter = new FakeJira(false);
    }

    @AfterEach
    void stop() {
        assertThat(jira.published.strange()).isEmpty();
        jira.close();
        dataCenter.close();
    }

    private Desk desk() {
        return new Desk(jira, folder, clock, "");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyFindingGetsOneIssueHoweverOftenItIsScanned(boolean cloud) {
        var site = cloud ? jira : dataCenter;
        var desk = new Desk(site, folder, clock, "");
        desk.scan("a", "b", "c", "d", "e");
        clock.pass(Duration.ofDays(2));
        desk.scan("a", "b", "c", "d", "e");

        assertThat(site.issues).hasSize(5);
        assertThat(desk.waiting()).isZero();
    }

    @Test
    void unchangedScanCostsOneSearch() {
        var desk = desk();
        desk.scan("a", "b");
        jira.requests.clear();
        clock.pass(Duration.ofHours(1));
        desk.scan("a", "b");
        assertThat(jira.requests).containsExactly("GET /rest/api/2/serverInfo", "POST /rest/api/3/search/jql");
    }

    @Test
    void agentWithAnEmptyOutboxFindsWhatOthersMadeByOneSearch(@TempDir Path other) {
        desk().scan("a", "b");
        jira.requests.clear();
        new Desk(jira, other, clock, "").scan("a", "b");
        assertThat(jira.issues).hasSize(2);
        assertThat(jira.requests).containsExactly("GET /rest/api/2/serverInfo", "POST /rest/api/3/search/jql");
    }

    @Test
    void agentWithAnEmptyOutboxPutsRightWhatChangedSinceOthersLookedLast(@TempDir Path other) {
        var severe = "    issue: {priority: {high: Highest}}\n";
        desk().scan("a");
        new Desk(jira, other, clock, severe).scan("a");
        assertThat(FakeJira.property(jira.only()).path("priority").asText()).isEqualTo("Highest");
    }

    /** The issue was never closed, so that what is wanted is what was last made true. */
    @Test
    void fixThatStillWaitsIsOvertakenWhenTheFindingIsBackUnchanged() {
        var desk = desk();
        desk.scan("a");
        clock.pass(Duration.ofHours(1));
        jira.trouble((site, exchange, what) -> {
            if (!what.contains("transitions")) {
                return false;
            }
            FakeJira.send(exchange, 400, null);
            return true;
        });
        desk.scan();
        assertThat(desk.waiting()).isEqualTo(1);

        jira.trouble(null);
        clock.pass(Duration.ofHours(1));
        desk.enqueue("a");
        desk.drain(CrashPoints.NONE, true);
        assertThat(jira.isDone(jira.only())).isFalse();
        assertThat(jira.comments).isEmpty();
        assertThat(desk.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"searched", "attempted", "created", "stored", "linked"})
    void killAtAnyStepMakesNoSecondIssue(String step) {
        var desk = desk();
        desk.enqueue("a", "b", "c");
        var killer = new CrashPoints() {
            private boolean killed;

            @Override
            public void after(String reached) {
                if (!killed && reached.equals(step)) {
                    killed = true;
                    throw new Killed();
                }
            }
        };
        try {
            desk.drain(killer, false);
        } catch (Killed expected) {
            assertThat(killer.killed).isTrue();
        }
        assertThat(killer.killed).isTrue();
        clock.pass(Duration.ofMinutes(10));

        desk.drain(CrashPoints.NONE, true);

        assertThat(jira.byMarker())
                .hasSize(3)
                .allSatisfy((marker, count) -> assertThat(count).isOne());
        assertThat(desk.waiting()).isZero();
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void timeOutAfterTheWorkWasDoneMakesNoSecondIssue() {
        var desk = desk();
        jira.trouble((site, exchange, what) -> {
            if (what.endsWith("/issue") && what.startsWith("POST")) {
                site.trouble(null);
                var body = exchange.getRequestBody();
                var lost = new com.fasterxml.jackson.databind.json.JsonMapper().readTree(body);
                assertThat(lost.path("fields").isObject()).isTrue();
                site.createLost(lost);
                return true;
            }
            return false;
        });
        desk.scan("a");
        desk.drain(CrashPoints.NONE, true);
        assertThat(jira.byMarker())
                .hasSize(1)
                .allSatisfy((marker, count) -> assertThat(count).isOne());
        assertThat(desk.waiting()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "401, application/json, {}",
        "403, application/json, {}",
        "404, application/json, {}",
        "500, application/json, {}",
        "503, text/html, <title>Maintenance</title>",
        "200, text/html, <title>Log in</title>",
        "200, text/plain, ok",
        "302, text/html, moved"
    })
    void nothingIsLostOnABadDay(int status, String type, String body) {
        var desk = desk();
        desk.enqueue("a", "b");
        jira.trouble((site, exchange, what) -> {
            if (what.contains("serverInfo")) {
                return false;
            }
            var bytes = (body + " " + exchange.getRequestHeaders().getFirst("Authorization"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            return true;
        });
        desk.drainBriefly();
        assertThat(desk.waiting()).isPositive();
        assertThat(jira.issues).isEmpty();

        jira.trouble(null);
        desk.drain(CrashPoints.NONE, true);

        assertThat(jira.issues).hasSize(2);
        assertThat(desk.waiting()).isZero();
        assertThat(String.join("\n", desk.notes)).doesNotContain(Desk.SECRET).doesNotContain("YUBi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira-burst-based", "jira-per-issue-on-write", "jira-quota-tenant-based"})
    void everyKindOfLimitIsWaitedFor(String reason) {
        var desk = desk();
        var left = new int[] {3};
        jira.trouble((site, exchange, what) -> {
            if (what.startsWith("PUT") || left[0]-- <= 0 || what.contains("serverInfo")) {
                return false;
            }
            exchange.getResponseHeaders().set("RateLimit-Reason", reason);
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(429, -1);
            return true;
        });
        desk.scan("a", "b");
        assertThat(jira.issues).hasSize(2);
        assertThat(desk.waiting()).isZero();
    }

    @Test
    void fixedFindingClosesItsIssueAndComingBackOpensIt() {
        var desk = desk();
        desk.scan("a");
        clock.pass(Duration.ofHours(1));
        desk.scan();
        assertThat(jira.isDone(jira.only())).isTrue();
        assertThat(jira.comments.get("SHOP-1")).hasSize(1);

        clock.pass(Duration.ofHours(1));
        desk.scan("a");
        assertThat(jira.isDone(jira.only())).isFalse();
    }

    @Test
    void workflowThatDoesNotReopenGetsOneSuccessor() {
        var desk = desk();
        desk.scan("a");
        clock.pass(Duration.ofHours(1));
        desk.scan();
        jira.canReopen = false;
        for (int build = 0; build < 3; build++) {
            clock.pass(Duration.ofHours(1));
            desk.scan("a");
        }
        assertThat(jira.issues).hasSize(2);
        assertThat(jira.requests).contains("POST /rest/api/3/issueLink");
    }

    @Test
    void workflowWithoutATransitionIsToldOnce() {
        var desk = desk();
        desk.scan("a");
        jira.canClose = false;
        for (int build = 0; build < 3; build++) {
            clock.pass(Duration.ofHours(1));
            desk.scan();
        }
        assertThat(jira.comments.get("SHOP-1")).hasSize(1);
        assertThat(desk.waiting()).isZero();
    }

    @Test
    void wontDoIsProposedAndNeverContested() {
        var desk = desk();
        desk.scan("a");
        clock.pass(Duration.ofHours(1));
        jira.close("SHOP-1", "Won't Do", "2026-11-24T10:30:00.000+0000");
        for (int build = 0; build < 3; build++) {
            clock.pass(Duration.ofHours(1));
            desk.scan("a");
        }
        assertThat(jira.isDone(jira.only())).isTrue();
        assertThat(jira.comments).isEmpty();
        assertThat(desk.proposals()).contains("owner: \"Robin\"").contains("expires: 2027-02-22");
    }

    @Test
    void closingAsDoneIsContestedOnceAndThenProposed() {
        var desk = desk();
        desk.scan("a");
        jira.close("SHOP-1", "Done", "2026-11-24T10:30:00.000+0000");
        clock.pass(Duration.ofHours(1));
        desk.scan("a");
        assertThat(jira.isDone(jira.only())).isFalse();

        jira.close("SHOP-1", "Done", "2026-11-24T11:30:00.000+0000");
        clock.pass(Duration.ofHours(1));
        desk.scan("a");
        assertThat(jira.isDone(jira.only())).isTrue();
        assertThat(desk.proposals()).contains("SHOP-1");
    }

    @Test
    void requiredFieldNeedsAPersonAndWorksAfterIt() {
        jira.requiredField = "customfield_10010";
        var desk = desk();
        desk.scan("a", "b");
        assertThat(jira.issues).isEmpty();
        assertThat(String.join("\n", desk.notes)).contains("customfield_10010: Team is required.");

        new Desk(jira, folder, clock, "    issue: {fields: {customfield_10010: Platform}}\n")
                .drain(CrashPoints.NONE, true);
        assertThat(jira.issues).hasSize(2);
    }

    @Test
    void refusedPriorityDoesNotStopTheIssue() {
        jira.refusedField = "priority";
        new Desk(jira, folder, clock, "    issue: {priority: {high: Highest}}\n").scan("a", "b");
        assertThat(jira.issues).hasSize(2);
    }

    @Test
    void floodEndsInOneIssueThatTellsOfTheRest() {
        var desk = new Desk(jira, folder, clock, "    max-new-issues: 2\n");
        desk.scan("a", "b", "c", "d", "e");
        assertThat(jira.issues).hasSize(3);
        for (int build = 0; build < 3; build++) {
            clock.pass(Duration.ofHours(1));
            desk.scan("a", "b", "c", "d", "e");
        }
        assertThat(jira.issues).hasSize(6);
    }

    @Test
    void issueThatIsGoneIsNotMadeAgainByItself() {
        var desk = desk();
        desk.scan("a");
        jira.issues.clear();
        clock.pass(Duration.ofDays(2));
        desk.scan("a");
        assertThat(jira.issues).isEmpty();
    }

    @Test
    void secretIsInNoFile() throws IOException {
        desk().scan("a");
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(Desk.SECRET);
            }
        }
    }
}
