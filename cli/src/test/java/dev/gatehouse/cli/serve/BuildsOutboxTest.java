package dev.gatehouse.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.gatehouse.policy.outbox.Waiting;
import dev.gatehouse.trackers.outbox.Intent;
import dev.gatehouse.trackers.outbox.Outbox;
import dev.gatehouse.trackers.outbox.SqlOutbox;
import dev.gatehouse.trackers.outbox.Subject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real outbox as the server shows it, while a build has the same file open. */
class BuildsOutboxTest {
    private static final String JIRA = "https://jira.example SHOP";

    @TempDir
    private Path folder = Path.of(".");

    private Outbox build;
    private BuildsOutbox shown;

    @BeforeEach
    void open() {
        var file = folder.resolve("outbox.db");
        build = SqlOutbox.open(file, Clock.systemUTC());
        shown = new BuildsOutbox(SqlOutbox.open(file, Clock.systemUTC()), file.toString());
    }

    @AfterEach
    void close() {
        build.close();
        shown.close();
    }

    @Test
    void everyStateIsToldAsTheBuildLeftIt() {
        build.add(List.of(intent("a", "refused"), intent("b", "failed"), intent("c", "taken")));
        var tasks = build.take("jira", JIRA, 3);
        tasks.get(0).refuse("the field 'Team' is required");
        tasks.get(1).later(Instant.now().plus(Duration.ofMinutes(5)), "Jira answered 502");
        build.add(List.of(intent("d", "new \u202e gnp")));
        assertThat(shown.waiting())
                .extracting(Waiting::state)
                .containsExactly(
                        Waiting.State.NEEDS_A_PERSON,
                        Waiting.State.FAILED,
                        Waiting.State.WAITING,
                        Waiting.State.IN_WORK);
        assertThat(shown.waiting().get(1).attempts()).isEqualTo(1);
        assertThat(shown.waiting().get(1).problem()).isEqualTo("Jira answered 502");
        assertThat(shown.waiting().get(2).title()).isEqualTo("new [U+202E] gnp");
        assertThat(shown.drop(shown.waiting().get(3).id())).as("in work").isFalse();
    }

    @Test
    void aRetryLetsTheNextBuildTryAtOnceAlsoWhenItsTargetIsPaused() {
        build.add(List.of(intent("a", "refused")));
        build.take("jira", JIRA, 1).get(0).refuse("the field 'Team' is required");
        build.pause("jira", JIRA, Instant.now().plus(Duration.ofHours(1)), "Jira answered 502", false);
        assertThat(shown.pauses()).hasSize(1);
        assertThat(shown.retry(shown.waiting().get(0).id())).isTrue();
        assertThat(shown.pauses()).isEmpty();
        assertThat(build.take("jira", JIRA, 1)).hasSize(1);
    }

    @Test
    void aPauseThatTheTrackerAskedForIsKept() {
        build.add(List.of(intent("a", "waits")));
        build.pause("jira", JIRA, Instant.now().plus(Duration.ofHours(1)), "Jira wants no more than that", true);
        assertThat(shown.retry(shown.waiting().get(0).id())).isTrue();
        assertThat(shown.pauses()).hasSize(1);
        assertThat(build.take("jira", JIRA, 1)).isEmpty();
    }

    @Test
    void whatIsDroppedIsGoneForTheBuildToo() {
        build.add(List.of(intent("a", "waits")));
        assertThat(shown.drop(shown.waiting().get(0).id())).isTrue();
        assertThat(build.entries()).isEmpty();
        assertThat(shown.retry(1)).isFalse();
    }

    @Test
    void theDemosOutboxHasEachThingThatCanHappen() {
        var demo = new DemoOutbox(Clock.systemUTC()).fill(folder.resolve("demo.db"));
        try (var queue = new BuildsOutbox(demo, "demo")) {
            assertThat(queue.waiting())
                    .extracting(Waiting::state, Waiting::attempts)
                    .containsExactly(
                            tuple(Waiting.State.NEEDS_A_PERSON, 1),
                            tuple(Waiting.State.FAILED, 5),
                            tuple(Waiting.State.FAILED, 1),
                            tuple(Waiting.State.WAITING, 0));
            assertThat(queue.pauses()).hasSize(1);
        }
    }

    private static Intent intent(String name, String title) {
        return new Intent(new Subject("jira", JIRA, "issue/" + name), title, "{}");
    }
}
