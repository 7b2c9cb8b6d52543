package dev.gatehouse.policy.version;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Versions that lie close together, so that properties meet ties and neighbours. */
final class VersionTexts {
    private VersionTexts() {}

    static Arbitrary<SemVer> semVers() {
        var number = Arbitraries.of("0", "1", "2", "10", "99999999999999999999");
        var identifier = Arbitraries.of("alpha", "beta", "rc", "1", "2", "11", "-", "a-1", "0", "0a");
        var preRelease = identifier.list().ofMaxSize(3);
        var build = Arbitraries.of("1", "01", "sha-5", "b").list().ofMaxSize(2);
        return Combinators.combine(number, number, number, preRelease, build)
                .as((major, minor, patch, pre, meta) ->
                        SemVer.parse(major + "." + minor + "." + patch + tail("-", pre) + tail("+", meta)));
    }

    static Arbitrary<ClientVersion> clientVersions() {
        return Combinators.combine(semVers(), Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.valueOf(3)))
                .as(ClientVersion::new);
    }

    private static String tail(String mark, List<String> identifiers) {
        return identifiers.isEmpty() ? "" : mark + String.join(".", identifiers);
    }
}
