package dev.gatehouse.engine.sca;

import dev.gatehouse.engine.protocol.sca.Vulnerability;
import dev.gatehouse.engine.protocol.sca.Vulnerability.AffectedVersions;
import dev.gatehouse.engine.protocol.sca.Vulnerability.Rating;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.owasp.dependencycheck.dependency.Reference;
import org.owasp.dependencycheck.dependency.VulnerableSoftware;

/** Turns Dependency-Check's vulnerabilities into ours. */
final class Findings {
    private static final List<String> BASE_METRICS_V2 = List.of("AV", "AC", "Au", "C", "I", "A");
    private static final List<String> BASE_METRICS_V3 = List.of("AV", "AC", "PR", "UI", "S", "C", "I", "A");
    private static final List<String> BASE_METRICS_V4 =
            List.of("AV", "AC", "AT", "PR", "UI", "VC", "VI", "VA", "SC", "SI", "SA");

    private Findings() {}

    static Vulnerability of(org.owasp.dependencycheck.dependency.Vulnerability found, @Nullable String published) {
        var matched = found.getMatchedVulnerableSoftware();
        return new Vulnerability(
                found.getName(),
                String.valueOf(found.getSource()),
                Objects.requireNonNullElse(found.getDescription(), ""),
                ratings(found),
                List.copyOf(new LinkedHashSet<>(found.getCwes().getEntries())),
                found.getReferences(true).stream()
                        .map(Reference::getUrl)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                published,
                matched == null ? "" : matched.toCpe23FS(),
                found.getVulnerableSoftware(true).stream()
                        .filter(software -> software.isVulnerable() && sameProduct(software, matched))
                        .map(Findings::affected)
                        .distinct()
                        .toList());
    }

    private static boolean sameProduct(VulnerableSoftware software, @Nullable VulnerableSoftware matched) {
        return matched == null
                || (software.getVendor().equals(matched.getVendor())
                        && software.getProduct().equals(matched.getProduct()));
    }

    private static AffectedVersions affected(VulnerableSoftware software) {
        var update = software.getUpdate();
        var single = "*".equals(software.getVersion()) || "-".equals(software.getVersion())
                ? null
                : "*".equals(update) ? software.getVersion() : software.getVersion() + ":" + update;
        return new AffectedVersions(
                single,
                software.getVersionStartIncluding(),
                software.getVersionStartExcluding(),
                software.getVersionEndIncluding(),
                software.getVersionEndExcluding());
    }

    private static List<Rating> ratings(org.owasp.dependencycheck.dependency.Vulnerability found) {
        var ratings = new ArrayList<Rating>();
        if (found.getCvssV4() != null) {
            var data = found.getCvssV4().getCvssData();
            ratings.add(rating(data.getVersion().value(), data.getBaseScore(), data.toString(), BASE_METRICS_V4));
        }
        if (found.getCvssV3() != null) {
            var data = found.getCvssV3().getCvssData();
            ratings.add(rating(data.getVersion().value(), data.getBaseScore(), data.toString(), BASE_METRICS_V3));
        }
        if (found.getCvssV2() != null) {
            var data = found.getCvssV2().getCvssData();
            ratings.add(rating("2.0", data.getBaseScore(), String.valueOf(data.getVectorString()), BASE_METRICS_V2));
        }
        return List.copyOf(ratings);
    }

    /** Dependency-Check writes defaults of the temporal metrics into the vector; the source gave none of them. */
    private static Rating rating(String version, double score, String vector, List<String> metrics) {
        var base = Arrays.stream(vector.split("/", -1))
                .filter(part ->
                        part.startsWith("CVSS:") || metrics.contains(part.substring(0, Math.max(part.indexOf(':'), 0))))
                .collect(Collectors.joining("/"));
        return new Rating(version, score, base);
    }
}
