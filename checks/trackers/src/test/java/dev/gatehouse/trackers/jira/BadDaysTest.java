package dev.gatehouse.trackers.jira;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.trackers.TestClock;
import dev.gatehouse.trackers.outbox.CrashPoints;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days on which Jira is slow, half there, or not to be understood. */
class BadDaysTest {
    private final TestClock clock = new TestClock();
    private final FakeJira jira;

    @TempDir
    private Path folder;

    BadDaysTest() throws IOException {
        jira = new FakeJira(true, clock);
    }

    @AfterEach
    void stop() {
        assertThat(jira.published.strange()).isEmpty();
        jira.close();
    }

    private Desk desk() {
        return new Desk(jira, folder, clock, "");
    }

    @Test
    void jiraThatIsDownCostsOneRequestAndIsLeftAloneForAWhile() {
        var desk = desk();
        desk.enqueue("a");
        jira.trouble((site, exchange, what) -> {
            FakeJira.send(exchange, 503, null);
            return true;
        });
        desk.drainBriefly();
        desk.drainBriefly();
        desk.drainBriefly();
        assertThat(jira.requests).hasSize(1);
        assertThat(desk.waiting()).isEqualTo(1);
    }

    @Test
    void dripIsCutOffAndLosesNothing() {
        var desk = desk();
        desk.enqueue("a", "b");
        jira.trouble((site, exchange, what) -> {
            if (!what.contains("search")) {
                return false;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            try {
                for (int i = 0; i < 30; i++) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                    Thread.sleep(100);
                }
            } catch (InterruptedException | IOException clientLeft) {
                return true;
            }
            return true;
        });
        long begun = System.nanoTime();
        desk.drainBriefly();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        assertThat(String.join("\n", desk.notes)).contains("gave no whole answer");
        recover(desk, 2);
    }

    /** After the first of a kind of requests Jira is gone. */
    @ParameterizedTest
    @ValueSource(strings = {"serverInfo", "search", "/issue/bulk", "remotelink"})
    void outageInTheMiddleIsFinishedLater(String last) {
        var desk = desk();
        desk.enqueue("a", "b", "c");
        var gone = new AtomicInteger();
        jira.trouble((site, exchange, what) -> {
            if (gone.get() > 0) {
                return true;
            }
            if (what.contains(last)) {
                gone.incrementAndGet();
            }
            return false;
        });
        desk.drainBriefly();
        assertThat(gone).hasPositiveValue();
        assertThat(desk.waiting()).isPositive();
        recover(desk, 3);
    }

    private void recover(Desk desk, int issues) {
        jira.trouble(null);
        clock.pass(Duration.ofMinutes(10));
        desk.drain(CrashPoints.NONE, true);
        assertThat(jira.byMarker()).hasSize(issues);
        assertThat(jira.issues).hasSize(issues);
        assertThat(desk.waiting()).isZero();
    }

    @Test
    void projectThatIsNotThereIsToldAndComesRightLater() {
        var desk = desk();
        desk.enqueue("a");
        jira.trouble((site, exchange, what) -> {
            if (what.contains("serverInfo")) {
                return false;
            }
            FakeJira.send(
                    exchange,
                    400,
                    new com.fasterxml.jackson.databind.json.JsonMapper()
                            .readTree(
                                    "{\"errorMessages\":[\"The value 'SHOP' does not exist for the field 'project'.\"]}"));
            return true;
        });
        desk.drainBriefly();
        assertThat(String.join("\n", desk.notes)).contains("does not exist for the field 'project'");
        recover(desk, 1);
    }

    /** Two agents with outboxes of their own meet within the lag of Jira's search: the next scan leaves one issue each. */
    @Test
    void duplicatesOfTwoOutboxesBecomeOneIssueAndNothingFlaps(@TempDir Path other) {
        jira.searchLag = Duration.ofSeconds(40);
        var here = desk();
        var there = new Desk(jira, other, clock, "");
        here.enqueue("a", "b");
        there.enqueue("a", "b");
        here.drainBriefly();
        there.drainBriefly();
        assertThat(jira.issues).hasSize(4);

        for (int build = 0; build < 4; build++) {
            clock.pass(Duration.ofHours(1));
            here.scan("a", "b");
            there.scan("a", "b");
        }

        assertThat(jira.byMarker())
                .hasSize(2)
                .allSatisfy((marker, count) -> assertThat(count).isOne());
        assertThat(jira.issues.values().stream().filter(issue -> !jira.isDone(issue)))
                .hasSize(2);
        assertThat(jira.comments.values())
                .allSatisfy(comments -> assertThat(comments).hasSize(1));
        assertThat(here.waiting() + there.waiting()).isZero();
    }

    /** Whether somebody closed an issue before or after a scan looked is told by two clocks. */
    @ParameterizedTest
    @ValueSource(ints = {-300, -30, 30, 300})
    void clockOfJiraThatIsMinutesOffContestsAClosingOnceAtMost(int minutes) {
        var desk = desk();
        desk.scan("a");
        clock.pass(Duration.ofHours(1));
        jira.close("SHOP-1", "Done", atJira(minutes));
        for (int build = 0; build < 12; build++) {
            clock.pass(Duration.ofHours(1));
            desk.scan("a");
        }
        assertThat(jira.isDone(jira.only())).isFalse();

        jira.close("SHOP-1", "Done", atJira(minutes));
        for (int build = 0; build < 12; build++) {
            clock.pass(Duration.ofHours(1));
            desk.scan("a");
        }
        assertThat(jira.isDone(jira.only())).isTrue();
        assertThat(jira.comments.get("SHOP-1")).hasSize(1);
        assertThat(desk.proposals()).contains("SHOP-1");
        assertThat(desk.waiting()).isZero();
    }

    private String atJira(int minutes) {
        var time = clock.instant().plus(Duration.ofMinutes(minutes)).atOffset(ZoneOffset.UTC);
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").format(time);
    }

    @Test
    void labelsThatPeopleTookAwayDoNotMakeASecondIssue(@TempDir Path other) {
        desk().scan("a");
        jira.only().withObject("/fields").putArray("labels");
        clock.pass(Duration.ofHours(1));
        new Desk(jira, other, clock, "").scan("a");
        clock.pass(Duration.ofHours(1));
        desk().scan("a");
        assertThat(jira.issues).hasSize(1);
    }

    @Test
    void siteWithoutRemoteLinksIsSearchedByLabelAlone(@TempDir Path other) {
        var refused = new ArrayList<String>();
        jira.trouble((site, exchange, what) -> {
            if (!what.contains("search")) {
                return false;
            }
            var body = exchange.getRequestBody().readAllBytes();
            if (new String(body, java.nio.charset.StandardCharsets.UTF_8).contains("issuesWithRemoteLinks")) {
                refused.add(what);
                FakeJira.send(exchange, 400, null);
            } else {
                site.serve(exchange, what, body);
            }
            return true;
        });
        desk().scan("a");
        new Desk(jira, other, clock, "").scan("a");
        assertThat(refused).isNotEmpty();
        assertThat(jira.issues).hasSize(1);
    }

    @Test
    void ownerThatJiraKnowsGetsTheIssue() {
        jira.users.add("robin");
        var desk = desk();
        desk.owners = java.util.List.of("nobody", "robin");
        desk.scan("a");
        assertThat(jira.only().at("/fields/assignee/accountId").asText()).isEqualTo("id-of-robin");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 500})
    void failingSearchForAnOwnerDoesNotStopTheIssue(int status) {
        var desk = desk();
        desk.owners = java.util.List.of("robin");
        jira.trouble((site, exchange, what) -> {
            if (what.contains("/user/")) {
                FakeJira.send(exchange, status, null);
                return true;
            }
            return false;
        });
        desk.scan("a", "b");
        assertThat(jira.issues).hasSize(2);
        assertThat(desk.waiting()).isZero();
    }

    @Test
    void ownerWhoMayNotBeAssignedDoesNotStopTheIssue() {
        jira.users.add("robin");
        jira.refusedField = "assignee";
        var desk = desk();
        desk.owners = java.util.List.of("robin");
        desk.scan("a", "b");
        assertThat(jira.issues).hasSize(2);
        assertThat(String.join("\n", desk.notes)).contains("without assignee");
    }
}
