package dev.gatehouse.trackers.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.trackers.github.FakeGitHub.Fault;
import dev.gatehouse.trackers.outbox.CrashPoints;
import java.io.IOException;
import java.nio.file.Files;
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

/** Whatever breaks between any two steps: afterwards everything was told, and once. */
class CrashTest {
    private static final Duration LONG = Duration.ofDays(2);

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Property(tries = 12)
    void killsBetweenAnyTwoSteps(@ForAll @Size(max = 4) List<@IntRange(max = 9) Integer> kills) throws IOException {
        try (var world = world()) {
            tell(world);
            for (int kill : kills) {
                var steps = new AtomicInteger();
                drainUntilKilled(world, step -> {
                    if (steps.getAndIncrement() == kill) {
                        throw new Killed();
                    }
                });
                // the lease of a process that was killed ends by itself
                world.clock.pass(Duration.ofMinutes(6));
            }
            assertAllIsTold(world);
        }
    }

    @Property(tries = 12)
    void faultsAtAnyRequests(@ForAll @Size(max = 5) Map<@IntRange(max = 25) Integer, @From("breaks") Fault> faults)
            throws IOException {
        try (var world = world()) {
            world.gitHub.faults.putAll(faults);
            tell(world);
            for (int i = 0; i < 6; i++) {
                world.drain(LONG);
                world.clock.pass(Duration.ofHours(2));
            }
            assertAllIsTold(world);
        }
    }

    @Provide
    Arbitrary<Fault> breaks() {
        return Arbitraries.of(Fault.BROKEN, Fault.GONE, Fault.GONE_AFTER, Fault.BAD_GATEWAY_AFTER);
    }

    private static World world() throws IOException {
        var folder = Files.createTempDirectory("gatehouse-crash");
        folder.toFile().deleteOnExit();
        return new World(folder);
    }

    private static void tell(World world) {
        world.add(world.intents(World.report(120)).intents());
        world.add(GitHubIntents.of(world.gitHub.url().toString(), World.SHOP, DeliveryTest.release("notes"))
                .intents());
    }

    private static void drainUntilKilled(World world, CrashPoints crash) {
        try {
            world.drain(LONG, crash, false);
        } catch (Killed expected) {
            assertThat(world.outbox.entries()).isNotEmpty();
        }
    }

    private static void assertAllIsTold(World world) {
        world.drain(LONG);
        assertThat(world.outbox.entries()).isEmpty();
        DeliveryTest.assertToldOnce(world.gitHub, 120);
        DeliveryTest.assertReleased(world.gitHub);
    }
}
