package dev.gatehouse.trackers.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.trackers.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every outbox promises, wherever it is kept. */
abstract class OutboxContract {
    static final String TARGET = "https://jira.example SHOP";
    final TestClock clock = new TestClock();

    Outbox outbox;

    /** Opens the same store, as another process would. */
    abstract Outbox another();

    @BeforeEach
    void open() {
        outbox = another();
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void twoProcessesNeverGetTheSame() throws Exception {
        outbox.add(IntStream.range(0, 200).mapToObj(i -> intent("n" + i, "1")).toList());
        try (var other = another()) {
            var mine = new ArrayList<String>();
            var theirs = new ArrayList<String>();
            var thread = new Thread(() -> takeAll(other, theirs));
            thread.start();
            takeAll(outbox, mine);
            thread.join();
            mine.addAll(theirs);
            assertThat(mine).hasSize(200).doesNotHaveDuplicates();
        }
    }

    private static void takeAll(Outbox from, List<String> into) {
        for (var tasks = from.take("jira", TARGET, 7); !tasks.isEmpty(); tasks = from.take("jira", TARGET, 7)) {
            into.addAll(names(tasks));
        }
    }

    @Test
    void whatOneProcessAddsAnotherTakes() {
        try (var other = another()) {
            other.add(List.of(intent("a", "1")));
            assertThat(outbox.take("jira", TARGET, 1)).hasSize(1);
            assertThat(other.take("jira", TARGET, 1)).isEmpty();
        }
    }

    @Test
    void whatIsAddedIsHandedOutOnceOldestFirst() {
        outbox.add(List.of(intent("a", "1"), intent("b", "1")));

        assertThat(names(outbox.take("jira", TARGET, 10))).containsExactly("a", "b");
        assertThat(outbox.take("jira", TARGET, 10)).isEmpty();
        assertThat(outbox.entries()).allMatch(Entry::working);
    }

    @Test
    void newerIntentTakesThePlaceOfTheOneThatWaits() {
        outbox.add(List.of(intent("a", "old")));
        outbox.add(List.of(intent("a", "new")));

        assertThat(outbox.take("jira", TARGET, 10))
                .singleElement()
                .satisfies(task -> assertThat(task.intent().payload()).isEqualTo("new"));
    }

    @Test
    void intentThatComesWhileAnOlderOneIsWorkedOnIsNotLost() {
        outbox.add(List.of(intent("a", "old")));
        var task = outbox.take("jira", TARGET, 1).get(0);
        outbox.add(List.of(intent("a", "new")));
        assertThat(outbox.take("jira", TARGET, 1)).isEmpty();

        task.done();

        assertThat(outbox.take("jira", TARGET, 1))
                .singleElement()
                .satisfies(next -> assertThat(next.intent().payload()).isEqualTo("new"));
    }

    @Test
    void refusalOfAnOlderIntentDoesNotHoldUpTheNewerOne() {
        outbox.add(List.of(intent("a", "old")));
        var task = outbox.take("jira", TARGET, 1).get(0);
        outbox.add(List.of(intent("a", "new")));

        task.refuse("a field is missing");

        assertThat(outbox.take("jira", TARGET, 1)).hasSize(1);
    }

    @Test
    void taskOfAProcessThatDiedIsHandedOutAgainWhenItsLeaseIsOver() {
        outbox.add(List.of(intent("a", "1")));
        var dead = outbox.take("jira", TARGET, 1).get(0);
        dead.remember("tried", "yes");
        clock.pass(SqlOutbox.LEASE.plusMillis(1));

        var taken = outbox.take("jira", TARGET, 1);

        assertThat(taken)
                .singleElement()
                .satisfies(task -> assertThat(task.recall("tried")).contains("yes"));
        assertThatThrownBy(() -> dead.remember("key", "SHOP-1")).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(dead::done).isInstanceOf(LeaseLost.class);
    }

    @Test
    void everyStepHoldsTheTaskForItsFullTimeAgain() {
        outbox.add(List.of(intent("a", "1")));
        var slow = outbox.take("jira", TARGET, 1).get(0);
        for (int minute = 0; minute < 10; minute++) {
            clock.pass(Duration.ofMinutes(4));
            slow.renew();
        }
        assertThat(outbox.take("jira", TARGET, 1)).isEmpty();
    }

    @Test
    void whatIsRememberedOutlivesTheTaskAndTheProcess() {
        outbox.add(List.of(intent("a", "1")));
        var task = outbox.take("jira", TARGET, 1).get(0);
        task.remember("key", "SHOP-1");
        task.done();
        outbox.close();

        outbox = another();
        assertThat(outbox.entries()).isEmpty();
        assertThat(outbox.memory(subject("a"))).containsEntry("key", "SHOP-1");
        assertThat(outbox.memories("jira", TARGET, "key")).containsExactlyEntriesOf(java.util.Map.of("a", "SHOP-1"));
    }

    @Test
    void pausedTargetHandsOutNothingUntilItsTime() {
        outbox.add(List.of(intent("a", "1")));
        outbox.pause("jira", TARGET, clock.instant().plusSeconds(60), "down", false);
        assertThat(outbox.take("jira", TARGET, 1)).isEmpty();
        assertThat(outbox.nextDue("jira", TARGET)).contains(clock.instant().plusSeconds(60));

        clock.pass(Duration.ofSeconds(61));
        assertThat(outbox.take("jira", TARGET, 1)).hasSize(1);
    }

    @Test
    void pauseThatTheTrackerAskedForIsNotEndedByHand() {
        outbox.pause("jira", TARGET, clock.instant().plusSeconds(60), "limit", true);
        outbox.resume("jira", TARGET);
        assertThat(outbox.pauses()).hasSize(1);
    }

    @Test
    void refusedEntryWaitsForAPersonAndIsTriedAfterRetry() {
        outbox.add(List.of(intent("a", "1")));
        outbox.take("jira", TARGET, 1).get(0).refuse("field 'team' is required");
        clock.pass(Duration.ofDays(3));
        assertThat(outbox.take("jira", TARGET, 1)).isEmpty();
        var entry = outbox.entries().get(0);
        assertThat(entry.problem()).isEqualTo("field 'team' is required");
        assertThat(entry.refused()).isTrue();

        outbox.retry(List.of(entry.id()));
        assertThat(outbox.take("jira", TARGET, 1)).hasSize(1);
    }

    @Test
    void entryThatIsWorkedOnIsNotDropped() {
        outbox.add(List.of(intent("a", "1"), intent("b", "1")));
        var task = outbox.take("jira", TARGET, 1).get(0);
        var ids = outbox.entries().stream().map(Entry::id).toList();
        assertThat(outbox.drop(ids)).isEqualTo(1);
        task.done();
        assertThat(outbox.entries()).isEmpty();
    }

    @Test
    void stepsTakenTogetherAreDurableTogetherOrNotAtAll() {
        outbox.add(List.of(intent("a", "1"), intent("b", "1")));
        var tasks = outbox.take("jira", TARGET, 2);

        assertThatThrownBy(() -> outbox.together(() -> {
                    tasks.get(0).remember("key", "SHOP-1");
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(tasks.get(0).recall("key")).isEmpty();

        outbox.together(() -> tasks.forEach(task -> {
            task.remember("key", "SHOP-" + task.entry().id());
            task.done();
        }));
        assertThat(outbox.memories("jira", TARGET, "key")).hasSize(2);
        assertThat(outbox.entries()).isEmpty();
    }

    @Test
    void oneLostLeaseAmongStepsTakenTogetherLeavesTheOthersAsTheyAre() {
        outbox.add(List.of(intent("a", "1"), intent("b", "1")));
        var tasks = outbox.take("jira", TARGET, 2);
        tasks.get(0).done();

        outbox.together(() -> {
            assertThatThrownBy(() -> tasks.get(0).remember("key", "SHOP-1")).isInstanceOf(LeaseLost.class);
            tasks.get(1).remember("key", "SHOP-2");
        });

        assertThat(outbox.memories("jira", TARGET, "key")).containsExactly(java.util.Map.entry("b", "SHOP-2"));
    }

    static List<String> names(List<Task> tasks) {
        return tasks.stream().map(task -> task.intent().subject().name()).toList();
    }

    private static Subject subject(String name) {
        return new Subject("jira", TARGET, name);
    }

    static Intent intent(String name, String payload) {
        return new Intent(subject(name), "title", payload);
    }
}
