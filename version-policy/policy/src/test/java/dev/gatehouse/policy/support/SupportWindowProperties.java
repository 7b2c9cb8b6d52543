package dev.gatehouse.policy.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.policy.version.ClientVersion;
import dev.gatehouse.policy.version.SemVer;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is published, retired, blocked or raised, in any order and at any pace. */
class SupportWindowProperties {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    record Step(String what, ClientVersion version, int afterDays, int storeDays) {}

    @Property
    void atMostThreeAreSupportedAndTheMinimumNeverMovesDown(@ForAll("histories") List<Step> history) {
        var track = new TrackRecord();
        var now = START;
        Optional<ClientVersion> least = Optional.empty();
        for (var step : history) {
            now = now.plus(Duration.ofDays(step.afterDays()));
            attempt(track, step, now);
            var window = track.window();
            assertThat(window.supported())
                    .hasSizeLessThanOrEqualTo(SupportPolicy.MOST)
                    .doesNotHaveDuplicates();
            for (int later = 0; later <= 60; later += 20) {
                var then = window.minimum(now.plus(Duration.ofDays(later)));
                assertThat(isBelow(then, least)).isFalse();
            }
            least = window.minimum(now);
            assertLive(window, now);
        }
    }

    /** The store serves a minimum from the moment that it counts. */
    private static void assertLive(SupportWindow window, Instant now) {
        for (var step : window.steps()) {
            assertThat(window.find(step.version()).orElseThrow().storeLiveAt()).isBeforeOrEqualTo(step.at());
        }
        window.nextMinimum(now).ifPresent(next -> assertThat(next.at()).isAfter(now));
    }

    private static void attempt(TrackRecord track, Step step, Instant now) {
        var window = track.window();
        try {
            switch (step.what()) {
                case "publish" -> {
                    var added = new PublishedVersion(step.version(), now, now.plus(Duration.ofDays(step.storeDays())));
                    track.publish(added, window.publish(added, SupportPolicy.MOST, Period.ofDays(30)));
                }
                case "retire" -> track.apply(window.retire(step.version(), now, Period.ofDays(30)));
                case "block" -> track.block(step.version());
                default -> track.apply(window.raiseMinimum(step.version(), now, now));
            }
        } catch (Refused no) {
            assertThat(no.reasons()).isNotEmpty();
        }
    }

    private static boolean isBelow(Optional<ClientVersion> a, Optional<ClientVersion> b) {
        return b.isPresent() && (a.isEmpty() || a.get().compareTo(b.get()) < 0);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        var version = Arbitraries.integers().between(0, 8).map(minor -> ClientVersion.of(SemVer.of(4, minor, 0)));
        var what = Arbitraries.of("publish", "publish", "publish", "retire", "block", "raise");
        var days = Arbitraries.integers().between(0, 40);
        return Combinators.combine(what, version, days, days)
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }
}
