package dev.gatehouse.policy.version;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VersionOrderProperties {

    @Property
    void theOrderIsTotal(@ForAll("semVers") SemVer a, @ForAll("semVers") SemVer b, @ForAll("semVers") SemVer c) {
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
        if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
            assertThat(a).isLessThanOrEqualTo(c);
        }
    }

    @Property
    void theOrderNeverContradictsPrecedence(@ForAll("semVers") SemVer a, @ForAll("semVers") SemVer b) {
        if (a.precedes(b)) {
            assertThat(a).isLessThan(b);
        }
    }

    @Property
    void everyVersionIsReadBackAsItself(@ForAll("semVers") SemVer version) {
        assertThat(SemVer.parse(version.toString())).isEqualTo(version);
    }

    @Property
    void aStepUpHasABumpAndAStepDownHasNone(@ForAll("semVers") SemVer a, @ForAll("semVers") SemVer b) {
        assertThat(Bump.between(a, b).isPresent()).isEqualTo(a.precedes(b));
    }

    @Property
    void clientVersionsAreOrderedTotallyToo(
            @ForAll("clientVersions") ClientVersion a,
            @ForAll("clientVersions") ClientVersion b,
            @ForAll("clientVersions") ClientVersion c) {
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
        assertThat(ClientVersion.parse(a.toString())).isEqualTo(a);
        if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
            assertThat(a).isLessThanOrEqualTo(c);
        }
    }

    @Provide
    Arbitrary<SemVer> semVers() {
        return VersionTexts.semVers();
    }

    @Provide
    Arbitrary<ClientVersion> clientVersions() {
        return VersionTexts.clientVersions();
    }
}
