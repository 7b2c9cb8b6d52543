package dev.gatehouse.trackers.jira;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.trackers.TestClock;
import dev.gatehouse.trackers.outbox.CrashPoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Whatever breaks between any two steps, and with two builds at it at once: afterwards every finding has one issue, and
 * nothing waits. Jira's search lags behind, as it does on Cloud.
 */
class JiraCrashTest {
    private static final String[] FINDINGS = {"a", "b", "c", "d"};

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** How a request goes wrong. */
    enum Break {
        /** Nothing was done, and 500 says so. */
        BEFORE,
        /** All was done, and the connection ends without an answer. */
        AFTER,
        /** Nothing was done: too many requests. */
        LIMIT
    }

    /** A process works until it is killed; another build is in the midst of the same. */
    @Property(tries = 12)
    void killsBetweenAnyTwoStepsOfBuildsThatShareAnOutbox(
            @ForAll @Size(max = 5) List<@IntRange(max = 24) Integer> kills) throws IOException {
        try (var world = new World()) {
            for (int kill : kills) {
                world.enqueue();
                world.drainUntilKilled(kill);
            }
            world.enqueue();
            world.settle();
            world.assertRight();
        }
    }

    @Property(tries = 12)
    void faultsAtAnyRequests(@ForAll @Size(max = 6) Map<@IntRange(max = 30) Integer, @From("breaks") Break> faults)
            throws IOException {
        try (var world = new World()) {
            var number = new AtomicInteger();
            world.jira.trouble((site, exchange, what) -> {
                var fault = faults.get(number.getAndIncrement());
                if (fault == Break.AFTER) {
                    site.serveSilently(exchange, what);
                    return true;
                }
                if (fault == Break.LIMIT) {
                    exchange.getResponseHeaders().set("Retry-After", "3");
                }
                if (fault != null) {
                    FakeJira.send(exchange, fault == Break.LIMIT ? 429 : 500, null);
                }
                return fault != null;
            });
            world.enqueue();
            world.settle();
            world.assertRight();
        }
    }

    /** The other build starts at any step of this one and is itself killed at any of its own. */
    @Property(tries = 12)
    void twoBuildsAtOnceOnOneOutbox(@ForAll @IntRange(max = 20) int meeting, @ForAll @IntRange(max = 20) int kill)
            throws IOException {
        try (var world = new World()) {
            world.enqueue();
            var steps = new AtomicInteger();
            world.desk.drain(
                    step -> {
                        if (steps.getAndIncrement() == meeting) {
                            world.enqueue();
                            world.buildUntilKilled(kill);
                        }
                    },
                    false);
            world.settle();
            world.assertRight();
        }
    }

    /** Issues are opened and closed by scans while processes die. */
    @Property(tries = 12)
    void findingsThatComeAndGoWhileProcessesDie(@ForAll @Size(min = 1, max = 5) List<@IntRange(max = 15) Integer> kills)
            throws IOException {
        try (var world = new World()) {
            boolean there = true;
            for (int kill : kills) {
                if (there) {
                    world.desk.enqueue("a", "b");
                } else {
                    world.desk.enqueue();
                }
                there = !there;
                world.drainUntilKilled(kill);
                // longer than Jira's search lags behind
                world.clock.pass(Duration.ofMinutes(1));
            }
            world.desk.enqueue("a");
            world.settle();

            assertThat(world.jira.byMarker().values()).allMatch(count -> count == 1);
            var open = world.jira.issues.values().stream()
                    .filter(issue -> !world.jira.isDone(issue))
                    .toList();
            assertThat(open).hasSize(1);
            assertThat(world.desk.waiting()).isZero();
        }
    }

    @Provide
    Arbitrary<Break> breaks() {
        return Arbitraries.of(Break.class);
    }

    private static final class World implements AutoCloseable {
        final TestClock clock = new TestClock();
        final FakeJira jira = new FakeJira(true, clock);
        final Desk desk;

        World() throws IOException {
            jira.searchLag = Duration.ofSeconds(40);
            Path folder = Files.createTempDirectory("gatehouse-jira-crash");
            folder.toFile().deleteOnExit();
            desk = new Desk(jira, folder, clock, "");
        }

        void enqueue() {
            desk.enqueue(FINDINGS);
        }

        /** A process that would take all the time there is. */
        void drainUntilKilled(int kill) {
            try {
                desk.drain(killer(kill), false);
            } catch (Killed expected) {
                // the lease of a process that was killed ends by itself
                clock.pass(Duration.ofMinutes(6));
            }
        }

        /** A build, which has less time than a lease lasts. */
        void buildUntilKilled(int kill) {
            try {
                desk.drain(killer(kill), false, Duration.ofSeconds(30));
            } catch (Killed expected) {
                assertThat(desk.waiting()).isPositive();
            }
        }

        private static CrashPoints killer(int kill) {
            var steps = new AtomicInteger();
            return step -> {
                if (steps.getAndIncrement() == kill) {
                    throw new Killed();
                }
            };
        }

        void settle() {
            for (int i = 0; i < 6; i++) {
                desk.drain(CrashPoints.NONE, false);
                clock.pass(Duration.ofHours(2));
            }
        }

        void assertRight() {
            assertThat(jira.byMarker()).as("%s", desk.notes).hasSize(FINDINGS.length);
            assertThat(jira.byMarker().values()).allMatch(count -> count == 1);
            assertThat(jira.issues).hasSize(FINDINGS.length);
            assertThat(jira.comments).isEmpty();
            assertThat(jira.links).hasSize(FINDINGS.length);
            assertThat(desk.waiting()).isZero();
            assertThat(jira.published.strange()).isEmpty();
        }

        @Override
        public void close() {
            jira.close();
        }
    }
}
