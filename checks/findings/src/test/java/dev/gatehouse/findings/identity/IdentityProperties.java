package dev.gatehouse.findings.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.findings.RandomFindings;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(RandomFindings.class)
class IdentityProperties {

    @Property(tries = 300)
    void idsAreUnique(@ForAll List<Finding> findings) {
        assertThat(Identity.assign(findings)).extracting(Finding::id).doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void theOrderOfTheFindingsDoesNotMatter(@ForAll List<Finding> findings, @ForAll long seed) {
        var shuffled = new ArrayList<>(findings);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Identity.assign(shuffled)).containsExactlyInAnyOrderElementsOf(Identity.assign(findings));
    }

    @Property(tries = 300)
    void movingAllLinesChangesNoId(@ForAll List<Finding> findings, @ForAll("lines") int lines) {
        var moved = findings.stream().map(finding -> moved(finding, lines)).toList();
        assertThat(ids(moved)).isEqualTo(ids(findings));
    }

    @Property(tries = 300)
    void renamingThePackageChangesNoId(@ForAll List<Finding> findings) {
        var renamed = findings.stream().map(IdentityProperties::inOtherPackage).toList();
        assertThat(ids(renamed)).isEqualTo(ids(findings));
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<Integer> lines() {
        return net.jqwik.api.Arbitraries.integers().between(1, 1000);
    }

    private static List<String> ids(List<Finding> findings) {
        return Identity.assign(findings).stream().map(Finding::id).toList();
    }

    private static Finding moved(Finding finding, int lines) {
        return finding.location() instanceof Location.Code at
                ? finding.withLocation(new Location.Code(
                        at.module(),
                        at.file(),
                        at.className(),
                        at.method(),
                        at.startLine() + lines,
                        at.endLine() + lines,
                        at.context()))
                : finding;
    }

    private static Finding inOtherPackage(Finding finding) {
        return finding.location() instanceof Location.Code at
                ? finding.withLocation(new Location.Code(
                        at.module(),
                        at.file(),
                        "org.example." + at.className(),
                        at.method(),
                        at.startLine(),
                        at.endLine(),
                        at.context()))
                : finding;
    }
}
