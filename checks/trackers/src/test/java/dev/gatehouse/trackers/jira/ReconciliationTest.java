package dev.gatehouse.trackers.jira;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.trackers.TestClock;
import dev.gatehouse.trackers.jira.sync.Difference;
import dev.gatehouse.trackers.jira.sync.Difference.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconciliationTest {
    private final TestClock clock = new TestClock();
    private final FakeJira jira;

    @TempDir
    private Path folder;

    private Desk desk;

    ReconciliationTest() throws IOException {
        jira = new FakeJira(true, clock);
    }

    @BeforeEach
    void begin() {
        desk = new Desk(jira, folder, clock, "");
        desk.scan("a", "b", "c");
        clock.pass(Duration.ofHours(1));
    }

    @AfterEach
    void stop() {
        assertThat(jira.published.strange()).isEmpty();
        jira.close();
    }

    private static Kind[] kinds(Iterable<Difference> differences) {
        var kinds = new java.util.ArrayList<Kind>();
        differences.forEach(difference -> kinds.add(difference.kind()));
        return kinds.toArray(Kind[]::new);
    }

    @Test
    void nothingDiffersAfterAScan() {
        assertThat(desk.differences("a", "b", "c")).isEmpty();
    }

    @Test
    void comparingWritesNothing() {
        jira.requests.clear();
        var before = jira.issues.toString();
        assertThat(kinds(desk.differences("b", "c", "d"))).containsExactlyInAnyOrder(Kind.MISSING, Kind.OPEN);
        assertThat(jira.requests).noneMatch(request -> request.startsWith("PUT") || request.startsWith("DELETE"));
        assertThat(jira.issues.toString()).isEqualTo(before);
        assertThat(desk.waiting()).isZero();
    }

    @Test
    void issueThatIsGoneIsToldAndMadeAgain() {
        jira.issues.remove("SHOP-1");
        assertThat(kinds(desk.differences("a", "b", "c"))).containsExactly(Kind.GONE);
        assertThat(desk.reconcile("a", "b", "c")).isEmpty();
        assertThat(jira.issues).hasSize(3).doesNotContainKey("SHOP-1");
        assertThat(desk.waiting()).isZero();
    }

    @Test
    void labelsThatWereTakenAwayAreToldAndGivenBack() {
        Objects.requireNonNull(jira.issues.get("SHOP-1"))
                .withObject("/fields")
                .putArray("labels")
                .add("mine");
        assertThat(kinds(desk.differences("a", "b", "c"))).containsExactly(Kind.LABELS);
        assertThat(desk.reconcile("a", "b", "c")).isEmpty();
        assertThat(Objects.requireNonNull(jira.issues.get("SHOP-1"))
                        .at("/fields/labels")
                        .toString())
                .contains("mine", "gatehouse-");
        assertThat(jira.issues).hasSize(3);
    }

    @Test
    void issueThatAPersonClosedIsToldAndOpened() {
        jira.close("SHOP-2", "Done", "2026-11-24T10:30:00.000+0000");
        assertThat(kinds(desk.differences("a", "b", "c"))).containsExactly(Kind.CLOSED);
        assertThat(desk.reconcile("a", "b", "c")).isEmpty();
        assertThat(jira.issues.values()).noneMatch(jira::isDone);
    }

    @Test
    void decisionOfAPersonIsToldAndKept() {
        jira.close("SHOP-2", "Won't Do", "2026-11-24T10:30:00.000+0000");
        assertThat(desk.reconcile("a", "b", "c")).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Kind.DECIDED);
            assertThat(difference.mendable()).isFalse();
        });
        assertThat(jira.isDone(Objects.requireNonNull(jira.issues.get("SHOP-2"))))
                .isTrue();
    }

    @Test
    void issueOfAFindingThatIsGoneIsToldAndClosed() {
        assertThat(kinds(desk.differences("a"))).containsExactly(Kind.OPEN, Kind.OPEN);
        assertThat(desk.reconcile("a")).isEmpty();
        assertThat(jira.issues.values().stream().filter(jira::isDone)).hasSize(2);
    }

    @Test
    void copyThatAPersonMadeIsToldAndLeftAlone() {
        var copy = Objects.requireNonNull(jira.issues.get("SHOP-1")).deepCopy();
        copy.put("id", "2000").put("key", "SHOP-99").putObject("properties");
        jira.issues.put("SHOP-99", copy);
        assertThat(kinds(desk.reconcile("a", "b", "c"))).containsExactly(Kind.COPY);
        assertThat(jira.isDone(copy)).isFalse();
    }
}
