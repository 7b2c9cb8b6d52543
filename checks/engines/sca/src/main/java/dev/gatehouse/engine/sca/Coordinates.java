package dev.gatehouse.engine.sca;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.dependencycheck.dependency.Confidence;
import org.owasp.dependencycheck.dependency.Dependency;
import org.owasp.dependencycheck.dependency.EvidenceType;
import org.owasp.dependencycheck.dependency.naming.PurlIdentifier;

/** Package URLs as evidence for what a library is, with the same weight that a pom has. */
final class Coordinates {
    /** Dependency-Check's hints, such as who makes Spring, listen to what comes from a pom. */
    private static final String SOURCE = "pom";

    /** The groups that Apache Commons had before it moved to {@code org.apache.commons}. */
    private static final Pattern OLD_COMMONS = Pattern.compile("commons-[a-z0-9]+");

    /** Libraries that the NVD knows by a product name that is not in their coordinates, only in their pom's text. */
    private static final Map<String, String> PRODUCTS = Map.of(
            "org.postgresql:postgresql", "postgresql_jdbc_driver", "mysql:mysql-connector-java", "mysql_connector/j");

    private Coordinates() {}

    /** The package URL, if it is a valid one with a version; anything else identifies nothing. */
    static Optional<PackageURL> of(@Nullable String purl) {
        if (purl == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PackageURL(purl)).filter(url -> url.getVersion() != null);
        } catch (MalformedPackageURLException e) {
            return Optional.empty();
        }
    }

    static void addTo(Dependency dependency, PackageURL purl) throws MalformedPackageURLException {
        var group = purl.getNamespace();
        if (group != null) {
            dependency.addEvidence(EvidenceType.VENDOR, SOURCE, "groupid", group, Confidence.HIGHEST);
            dependency.addEvidence(EvidenceType.PRODUCT, SOURCE, "groupid", group, Confidence.HIGHEST);
            if (OLD_COMMONS.matcher(group).matches()) {
                dependency.addEvidence(
                        EvidenceType.VENDOR, SOURCE, "parent-groupid", "org.apache.commons", Confidence.MEDIUM);
            }
        }
        dependency.addEvidence(EvidenceType.PRODUCT, SOURCE, "artifactid", purl.getName(), Confidence.HIGHEST);
        dependency.addEvidence(EvidenceType.VENDOR, SOURCE, "artifactid", purl.getName(), Confidence.LOW);
        dependency.addEvidence(EvidenceType.VERSION, SOURCE, "version", purl.getVersion(), Confidence.HIGHEST);
        var name = group == null ? purl.getName() : group + ":" + purl.getName();
        dependency.setName(name);
        var product = PRODUCTS.get(name);
        if (product != null) {
            dependency.addEvidence(EvidenceType.PRODUCT, SOURCE, "name", product, Confidence.HIGHEST);
        }
        dependency.setVersion(purl.getVersion());
        dependency.addSoftwareIdentifier(new PurlIdentifier(purl, Confidence.HIGHEST));
    }
}
