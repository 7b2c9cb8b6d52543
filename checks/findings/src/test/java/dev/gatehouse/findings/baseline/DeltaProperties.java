package dev.gatehouse.findings.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.RandomFindings;
import dev.gatehouse.findings.identity.Identity;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(RandomFindings.class)
class DeltaProperties {

    /** Every finding of the baseline is inherited by exactly one of now or is fixed, and none is made up. */
    @Property(tries = 300)
    void matchingIsOneToOne(@ForAll List<Finding> before, @ForAll List<Finding> now) {
        var baseline = baseline(before);
        var delta = Delta.between(baseline, Identity.assign(now));
        var existing = delta.findings().stream()
                .filter(finding -> finding.state() == State.EXISTING)
                .toList();
        assertThat(Stream.concat(existing.stream(), delta.fixed().stream()).map(Finding::id))
                .containsExactlyInAnyOrderElementsOf(
                        baseline.findings().stream().map(Finding::id).toList());
        assertThat(delta.findings())
                .extracting(Finding::location)
                .containsExactlyElementsOf(now.stream().map(Finding::location).toList());
        assertThat(delta.findings()).extracting(Finding::id).doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void aMatchedFindingHasTheSameRuleAndAReasonAndANewOneHasNone(
            @ForAll List<Finding> before, @ForAll List<Finding> now) {
        var baseline = baseline(before);
        for (var finding : Delta.between(baseline, Identity.assign(now)).findings()) {
            assertThat(finding.match() == null).isEqualTo(finding.state() == State.NEW);
            baseline.findings().stream()
                    .filter(known -> known.id().equals(finding.id()))
                    .forEach(known -> assertThat(known.rule()).isEqualTo(finding.rule()));
        }
    }

    @Property(tries = 300)
    void nothingIsNewOrFixedAgainstItself(@ForAll List<Finding> findings, @ForAll long seed) {
        var shuffled = new ArrayList<>(findings);
        Collections.shuffle(shuffled, new Random(seed));
        var delta = Delta.between(baseline(findings), Identity.assign(shuffled));
        assertThat(delta.fixed()).isEmpty();
        assertThat(delta.findings()).extracting(Finding::state).allMatch(state -> state == State.EXISTING);
    }

    @Property(tries = 300)
    void theOrderOfTheFindingsDoesNotMatter(
            @ForAll List<Finding> before, @ForAll List<Finding> now, @ForAll long seed) {
        var shuffled = new ArrayList<>(Identity.assign(now));
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Delta.between(baseline(before), shuffled).findings())
                .containsExactlyInAnyOrderElementsOf(
                        Delta.between(baseline(before), Identity.assign(now)).findings());
    }

    private static Baseline baseline(List<Finding> findings) {
        return new Baseline("shop", Instant.EPOCH, null, null, Identity.assign(findings), List.of());
    }
}
