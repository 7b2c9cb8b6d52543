package dev.gatehouse.trackers.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.trackers.TestClock;
import dev.gatehouse.trackers.jira.sync.VersionIntent;
import dev.gatehouse.trackers.outbox.CrashPoints;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {
    private final TestClock clock = new TestClock();
    private final FakeJira jira;

    @TempDir
    private Path folder;

    VersionsTest() throws IOException {
        jira = new FakeJira(true, clock);
    }

    @AfterEach
    void stop() {
        assertThat(jira.published.strange()).isEmpty();
        jira.close();
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private Desk desk() {
        var desk = new Desk(jira, folder, clock, "");
        desk.scan("a", "b");
        return desk;
    }

    private JsonNode version() {
        return Objects.requireNonNull(jira.versions.get("4.3.0"));
    }

    private JsonNode first() {
        return Objects.requireNonNull(jira.issues.get("SHOP-1"));
    }

    private static VersionIntent planned() {
        return VersionIntent.planned("4.3.0", "by hand", List.of("SHOP-1", "SHOP-2"));
    }

    @Test
    void versionIsMadeOnceAndIsOnItsIssues() {
        var desk = desk();
        for (int build = 0; build < 3; build++) {
            desk.add(planned());
            desk.drain(CrashPoints.NONE, false);
        }
        assertThat(jira.versions).containsOnlyKeys("4.3.0");
        assertThat(jira.issues.values())
                .allSatisfy(issue -> assertThat(issue.at("/fields/fixVersions")).hasSize(1));
        assertThat(jira.requests.stream().filter("POST /rest/api/3/version"::equals))
                .hasSize(1);
    }

    @Test
    void otherVersionsOfAnIssueStay() {
        var desk = desk();
        first().withObject("/fields").putArray("fixVersions").addObject().put("name", "4.2.9");
        desk.add(planned());
        desk.drain(CrashPoints.NONE, false);
        assertThat(first().at("/fields/fixVersions").toString()).contains("4.2.9", "4.3.0");
    }

    @Test
    void publishedVersionIsReleasedOnceAndNotBeforeItsIssuesAreSet() {
        var desk = desk();
        desk.add(planned());
        desk.add(VersionIntent.released("4.3.0", "by hand", LocalDate.of(2026, 11, 24)));
        desk.drain(CrashPoints.NONE, false);
        assertThat(version().path("released").asBoolean()).isTrue();
        assertThat(jira.releasedOn).isEqualTo("2026-11-24");
        jira.requests.clear();
        desk.add(VersionIntent.released("4.3.0", "by hand", LocalDate.of(2026, 11, 25)));
        desk.drain(CrashPoints.NONE, false);
        assertThat(jira.requests).noneMatch(request -> request.startsWith("PUT"));
    }

    @Test
    void issueThatIsGoneIsToldAndTheOthersHaveTheVersion() {
        var desk = desk();
        desk.add(VersionIntent.planned("4.3.0", "", List.of("SHOP-404", "SHOP-1")));
        desk.drain(CrashPoints.NONE, false);
        assertThat(first().at("/fields/fixVersions")).hasSize(1);
        assertThat(String.join("\n", desk.notes)).contains("version 4.3.0 is not on SHOP-404");
    }

    @Test
    void whoComesSecondTakesTheVersionThatIsThere() {
        var desk = desk();
        jira.trouble((site, exchange, what) -> {
            if (what.equals("POST /rest/api/3/version")) {
                // another machine made it a moment ago
                site.trouble(null);
                site.serveSilently(exchange, what);
                FakeJira.send(exchange, 400, null);
                return true;
            }
            return false;
        });
        desk.add(planned());
        desk.drain(CrashPoints.NONE, false);
        assertThat(jira.versions).hasSize(1);
        assertThat(desk.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"version made", "version set", "version released"})
    void killAtAnyStepIsMendedByTheNext(String step) {
        var desk = desk();
        desk.add(planned());
        desk.add(VersionIntent.released("4.3.0", "by hand", LocalDate.of(2026, 11, 24)));
        try {
            desk.drain(
                    reached -> {
                        if (reached.equals(step)) {
                            throw new Killed();
                        }
                    },
                    false);
        } catch (Killed expected) {
            clock.pass(Duration.ofMinutes(10));
        }
        desk.drain(CrashPoints.NONE, true);
        assertThat(jira.versions).hasSize(1);
        assertThat(version().path("released").asBoolean()).isTrue();
        assertThat(jira.issues.values())
                .allSatisfy(issue -> assertThat(issue.at("/fields/fixVersions")).hasSize(1));
        assertThat(desk.waiting()).isZero();
    }
}
