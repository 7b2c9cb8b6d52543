package dev.gatehouse.findings.vex;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.model.Finding;
import dev.gatehouse.findings.model.Location;
import dev.gatehouse.findings.purl.PackageUrl;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One vulnerability, some products, one status.
 *
 * @param source file and JSON pointer (RFC 6901), such as {@code vex.json#/statements/0}
 * @param author as the file names itself; a claim, not a proof
 * @param vulnerabilities its identifier and the identifiers that others give it, in upper case
 * @param justification the label of OpenVEX or CycloneDX, if there is one
 * @param text the author's words; may be empty
 * @param when the statement was made or last changed; {@link Instant#EPOCH} when the file does not say
 */
public record VexStatement(
        String source,
        String author,
        Set<String> vulnerabilities,
        List<VexTarget> targets,
        VexStatus status,
        @Nullable String justification,
        String text,
        Instant when) {

    public VexStatement {
        vulnerabilities =
                vulnerabilities.stream().map(id -> id.toUpperCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        targets = List.copyOf(targets);
    }

    /**
     * Whether it is about this finding: the same vulnerability and the same product in the same version, both.
     *
     * @param ownNames package URLs by which the scanned project itself is known
     */
    public boolean isAbout(Finding finding, Collection<PackageUrl> ownNames) {
        if (!(finding.location() instanceof Location.Dependency dependency)
                || !vulnerabilities.contains(finding.rule().toUpperCase(Locale.ROOT))) {
            return false;
        }
        try {
            var purl = PackageUrl.of(dependency.purl());
            return targets.stream().anyMatch(target -> target.means(purl, ownNames, status));
        } catch (BadInput unidentified) {
            return false;
        }
    }
}
