package dev.gatehouse.findings.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.Samples;
import dev.gatehouse.findings.identity.Identity;
import dev.gatehouse.findings.model.Finding;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** So many findings that comparing each with each, 10 thousand million times, would not end within the time limit. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ManyFindingsTest {
    private static final int MANY = 100_000;

    @Test
    void asManyIdenticalFlawsInOneMethodAreMatchedInOrder() {
        var delta = compare(
                i -> Samples.code("shop.Cart", "add", i, "c0ffee"),
                i -> Samples.code("shop.Cart", "add", i + MANY, "c0ffee"));
        assertThat(delta.fixed()).isEmpty();
    }

    @Test
    void asManyFlawsThatAllMovedAreMatchedAtTheLastLevel() {
        var delta = compare(
                i -> Samples.code("shop.Cart" + i, "add", i, "c0ffee"),
                i -> Samples.code("store.Basket" + i, "put", i, "c0ffee"));
        assertThat(delta.fixed()).isEmpty();
    }

    @Test
    void asManyTwinsAreNumbered() {
        var twins = IntStream.range(0, MANY)
                .mapToObj(line -> Samples.code("shop.Cart", "add", line, "c0ffee"))
                .toList();
        assertThat(Identity.assign(twins).stream().map(Finding::id).distinct()).hasSize(MANY);
    }

    private static Delta compare(IntFunction<Finding> before, IntFunction<Finding> now) {
        var baseline = new Baseline("shop", Instant.EPOCH, null, null, findings("before-", before), List.of());
        return Delta.between(baseline, findings("now-", now));
    }

    private static List<Finding> findings(String id, IntFunction<Finding> finding) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> finding.apply(i).withId(id + i))
                .toList();
    }
}
